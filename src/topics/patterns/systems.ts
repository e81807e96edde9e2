import type { Patterns } from './pattern.ts';

export const systems: Patterns = {
  'inference-serving': {
    strong:
      'llm inference | inference engine | inference efficiency | efficient inference | inference acceleration | serving | inference latency | prefill | time to first token | inference cost | inference system | inference optimization | vllm | disaggregated | batch scheduling | throughput | early exit | model routing | llm routing | accelerate inference | faster inference | real time inference | token reduction | token pruning | fast inference | inference speed',
    weak: 'latency | speedup | scheduling | scheduler | gpu | deployment | decoding | cost | speed up | runtime | request | caching',
    not: 'bayesian inference | causal inference | variational inference | statistical inference | inference time scaling | natural language inference | membership inference | inference time scaling',
    categories: 'cs.DC cs.PF cs.AR',
  },
  quantization: {
    strong:
      'quantization | quantized | quantiz* | low bit | low precision | ptq | qat | fp8 | int4 | int8 | 4 bit | 2 bit | 8 bit | 1 bit | mixed precision | ternary | binary neural network | nvfp4 | binarization | 3 bit | bitwidth | binarized | activation outlier',
    weak: 'precision | bit | outlier | compress* | perplexity | w4a4',
    not: 'vector quantization | vector quantized | product quantization | vq vae | finite scalar quantization',
  },
  'pruning-sparsity': {
    strong:
      'pruning | prune | sparsity | lottery ticket | sparse training | sparsification | pruned | dynamic sparse | layer dropping | compression | sparsif* | token reduction',
    weak: 'sparse | compress* | redundan* | sparsely | speedup',
    not: 'sparse autoencoder | sparse view | sparse reward | sparse attention | sparse point | data pruning | image compression | sparse retrieval | sparse data | sparse mixture | context compression | gradient compression | data compression | prompt compression | data sparsity',
  },
  'knowledge-distillation': {
    strong:
      'distillation | distill* | teacher student | student model | teacher model | kd | knowledge transfer from',
    weak: 'teacher | student | knowledge transfer | one step | few step',
    not: 'score distillation sampling | student learning',
  },
  'kv-cache': {
    strong:
      'key value cache | cache eviction | cache compression | key value pair | token eviction | kv | prompt cache | cache management | attention sink',
    weak: 'cache | caching | eviction | prefill | memory footprint | long context',
  },
  'speculative-decoding': {
    strong:
      'speculative | draft model | multi token prediction | parallel decoding | drafting | draft token | parallel token generation | non autoregressive | acceptance rate | acceptance length | faster decoding',
    weak: 'draft | decoding | speedup | lossless | masked diffusion language model',
  },
  'efficient-attention': {
    strong:
      'linear attention | sparse attention | state space model | mamba | ssm | efficient transformer | efficient attention | flash attention | flashattention | rwkv | subquadratic | sub quadratic | attention mechanism | grouped query attention | linear transformer | gated deltanet | linear recurrent | recurrent neural network | sliding window attention | hybrid architecture | attention approximation | quadratic complexity | linear complexity | linear time | attention variant | multi head latent attention | token mixer | gated attention | attention head | linear rnn | softmax attention | attention sparsity | transformer architecture | efficient architecture | structured state space | selective state space | quadratic attention | looped transformer | recurrent model | fast weight | windowed attention | attention architecture',
    weak: 'attention | transformer | recurrence | recurrent | quadratic | hybrid | linear | softmax | long sequence | architecture | lstm | gating',
    not: 'attention map | visual attention | human attention',
  },
  'memory-efficient-training': {
    strong:
      'memory efficient | optimizer state | gradient checkpointing | offloading | memory reduction | memory consumption | training memory | memory usage | reduce memory | memory overhead | reversible | memory optimization | recomputation | memory cost | zeroth order finetun* | memory saving | gpu memory | out of memory | rematerialization | memory requirement',
    weak: 'low rank | gradient | single gpu | optimizer | adam',
    not: 'kv cache | working memory | episodic memory | agent memory | memory bank',
  },
  'distributed-training': {
    strong:
      'distributed training | data parallel* | pipeline parallel* | model parallel* | tensor parallel* | large scale training | training system | parallelism | gradient compression | all reduce | communication efficient | training infrastructure | decentralized training | fsdp | gpu cluster | training throughput | asynchronous rl | rl infrastructure | megatron | distributed learning | distributed sgd | asynchronous reinforcement learning | decentralized optimization | large scale distributed',
    weak: 'distributed | gpu | worker | communication | bandwidth | throughput | training framework | training efficiency',
    not: 'distributed representation',
    categories: 'cs.DC',
  },
  'gpu-kernels-compilers': {
    strong:
      'triton | mlir | tvm | operator fusion | tensor program | cuda | tensor core | autotuning | kernelbench | xla | computation graph | gpu programming | gemm | matrix multiplication | compiler | kernel | polyhedral | warp | hip | stencil',
    weak: 'gpu | nvidia | hardware | speedup | pytorch | amd | h100 | accelerator | operator',
    not: 'kernel method | kernel function | gaussian kernel | neural tangent kernel | kernel density | convolution kernel | kernel ridge | kernel size | large kernel | deep kernel | kernel machine | kernel based | dynamic time warp*',
    categories: 'cs.PL cs.AR cs.DC',
  },
  'hardware-accelerators': {
    strong:
      'fpga | processor | hardware design | compute in memory | design space exploration | rtl | verilog | risc v | hardware software co design | chip | accelerator | hardware architecture | microarchitecture | hls | high level synthesis | eda | electronic design automation | npu | soc | analog | instruction set | circuit | semiconductor | hardware aware | dram | physical design | placement and routing | logic synthesis | memory hierarchy | hardware efficient | vlsi | hardware acceleration | cmos | prefetch*',
    weak: 'hardware | energy efficient | energy efficiency | silicon | area | power consumption',
    not: 'quantum circuit | probabilistic circuit',
    categories: 'cs.AR cs.ET',
  },
  'edge-on-device': {
    strong:
      'on device | microcontroller | smartphone | resource constrained | mobile | raspberry pi | jetson | edge | browser | webgpu | wearable | iot | lightweight model | internet of thing | low power | embedded | webassembly | smart glass* | local deployment | consumer hardware | consumer grade | apple silicon',
    weak: 'lightweight | latency | real time | compact | deployment | energy consumption | memory footprint | battery | limited resource | cpu',
    not: 'edge detection | edge case | node and edge | edge weight | cutting edge | graph edge | mobile robot | mobile manipulat* | mobile agent | mobile gui | embedded in | gui | browser agent | hyperedge | mobile app',
    categories: 'cs.NI',
  },
  'performance-modeling': {
    strong:
      'performance modeling | performance model | performance prediction | roofline | performance analysis | performance evaluation | cost model | simulator for | gpu utilization | carbon footprint | energy consumption | power consumption | energy efficiency | energy cost | performance bottleneck | analytical model | carbon emission | benchmark suite | performance measurement',
    weak: 'workload | hardware',
    categories: 'cs.PF',
  },
  'high-performance-computing': {
    strong:
      'high performance computing | hpc | exascale | supercomputer | supercomputing | mpi | parallel computing | scientific computing | gpu accelerated | multi gpu | gpu acceleration | massively parallel | parallelization | shared memory parallel* | strong scaling | parallel code | parallel execution | gpu computing | sparse matrix | distributed memory',
    weak: 'gpu | node | portab* | library | solver',
    not: 'parallel decoding | parallel data',
    categories: 'cs.DC cs.MS',
  },
  databases: {
    strong:
      'database | sql | query optimization | query processing | data management | nl2sql | cardinality estimation | data integration | data cleaning | key value store | data discovery | query execution | data engineering | data preparation | approximate nearest neighbor | vector search | spark | data wrangling | spatial query | similarity search | data system | query language | join | data storage',
    weak: 'query | schema | table | relational | indexing | structured data',
    categories: 'cs.DB',
  },
  'cloud-networking': {
    strong:
      'cloud computing | networking | distributed system | data center | datacenter | kubernetes | microservice | resource management | cloud native | consensus protocol | load balancing | autoscaling | network management | computer network | container* | routing protocol | edge cloud | edge computing | packet | root cause analysis | byzantine | network function | telemetry | peer to peer | cloud platform | network configuration | cluster scheduling | virtual machine | replication | wireless network | network simulation',
    weak: 'bandwidth | infrastructure | scheduling | workload | internet | server | offloading | cloud',
    not: 'neural network | point cloud | social network | graph network | adversarial network | deep network | brain network | convolutional network | network architecture | network weight | attention network | network training',
    categories: 'cs.NI cs.DC cs.OS',
  },
  cybersecurity: {
    strong:
      'cybersecurity | malware | vulnerabilit* | intrusion detection | phishing | cyber attack | cyberattack | penetration testing | ransomware | attacker | cve | threat | ctf | capture the flag | authentication | ddos | fraud detection | botnet | access control | attack surface | zero day | security | exfiltration | trusted execution | prompt injection | fuzzing | memory safety | cyber physical',
    weak: 'attack | defense | malicious | incident | exposure | exploit | secure',
    not: 'food security | adversarial example | secure aggregation | exploit the | exploit this | to exploit | exploit these | exploitation | we exploit | fully exploit',
    categories: 'cs.CR',
  },
  'cryptography-blockchain': {
    strong:
      'cryptograph* | blockchain | zero knowledge | smart contract | encryption | bitcoin | ethereum | ledger | cryptocurrency | post quantum | zk | secret sharing | consensus | public key | encrypted | lattice based | oblivious | key exchange | digital signature | cipher | steganograph* | secure aggregation | web3 | nft | stablecoin | proof of stake | proof of work | hash function | snark',
    weak: 'decentralized | protocol | privacy preserving | secure | proof | adversary',
    categories: 'cs.CR',
  },
  'model-security': {
    strong:
      'backdoor | trojan | supply chain | poisoned | poisoning | intellectual property | stealing | fingerprinting | model inversion | extraction attack | model watermark* | backdoored | side channel | model identification | bit flip | identify* model',
    weak: 'attack | attacker | trigger | malicious | defense | adversary | security',
    not: 'supply chain management',
    categories: 'cs.CR',
  },
};
