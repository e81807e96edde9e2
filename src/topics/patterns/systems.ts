import type { Patterns } from './pattern.ts';

export const systems: Patterns = {
  'inference-serving': {
    strong:
      'llm serving | llm inference | inference serving | model serving | serving system | inference engine | inference efficiency | efficient inference | inference acceleration | serving | inference latency | prefill | time to first token | inference cost | inference system | inference optimization | inference throughput | continuous batching | vllm | disaggregated | batch scheduling | throughput | early exit | model routing | llm routing | cost efficient inference | inference time | accelerate inference | faster inference | real time inference | token reduction | token pruning | low latency | fast inference | model cascade | inference speed | query routing',
    weak: 'latency | speedup | batching | scheduling | scheduler | gpu | deployment | slo | goodput | decoding | cost | speed up | runtime | real time | request | caching',
    not: 'bayesian inference | causal inference | variational inference | statistical inference | inference time scaling | natural language inference | membership inference | inference time scaling | high throughput screening',
    categories: 'cs.DC cs.PF cs.AR',
  },
  quantization: {
    strong:
      'quantization | quantized | quantiz* | low bit | post training quantization | quantization aware training | low precision | ptq | qat | fp8 | int4 | int8 | 4 bit | 2 bit | 8 bit | 1 bit | mixed precision | ternary | binary neural network | fp4 | mxfp4 | nvfp4 | weight only quantization | binarization | 3 bit | bitwidth | binarized | microscaling | activation outlier',
    weak: 'precision | bit | outlier | calibration | compress* | codebook | perplexity | w4a4 | rounding | floating point',
    not: 'vector quantization | vector quantized | product quantization | vq vae | quantized gravity | residual quantization | residual vector quantization | lookup free quantization | finite scalar quantization | vector quantiz* | second quantization',
  },
  'pruning-sparsity': {
    strong:
      'pruning | prune | sparsity | structured pruning | unstructured pruning | network pruning | model compression | sparse neural network | lottery ticket | sparse training | token pruning | layer pruning | magnitude pruning | model pruning | sparsification | pruned | n m sparsity | sparse network | dynamic sparse | weight pruning | 2 4 sparsity | activation sparsity | contextual sparsity | layer dropping | compression | sparsif* | token reduction | dropping layer | post training compression | width pruning | depth pruning | visual token compression',
    weak: 'sparse | compress* | redundan* | sparsely | compact | importance score | speedup | token compression',
    not: 'sparse autoencoder | sparse view | sparse reward | sparse attention | sparse point | data pruning | dataset pruning | image compression | video compression | sparse retrieval | sparse data | sparse mixture | compression of image | context compression | gradient compression | data compression | pruned search | prompt compression | lossless compression | alpha beta pruning | data sparsity',
  },
  'knowledge-distillation': {
    strong:
      'knowledge distillation | distillation | distill* | teacher student | student model | self distillation | on policy distillation | policy distillation | teacher model | kd | dataset distillation | few step distillation | step distillation | distilled model | consistency distillation | score distillation | distribution matching distillation | knowledge transfer from',
    weak: 'teacher | student | compact model | smaller model | knowledge transfer | one step | few step',
    not: 'score distillation sampling | student learning | teacher education | student performance | teacher and student in school',
  },
  'kv-cache': {
    strong:
      'kv cache | kv caching | key value cache | cache eviction | kv compression | key value caching | kv cache compression | cache compression | kv pair | kv eviction | attention cache | prefix caching | key value pair | kv quantization | kv cache quantization | token eviction | kv | prompt cache | semantic cache | cache management | attention sink',
    weak: 'cache | caching | eviction | prefill | memory footprint | memory bandwidth | long context',
    not: 'key value store | feature caching',
  },
  'speculative-decoding': {
    strong:
      'speculative decoding | speculative | draft model | multi token prediction | parallel decoding | speculative sampling | drafting | medusa | lookahead decoding | token verification | self speculative | speculative inference | draft token | parallel token generation | draft and verify | non autoregressive | acceptance rate | accelerate decoding | fast decoding | eagle 3 | acceptance length | draft tree | blockwise parallel | faster decoding',
    weak: 'drafter | draft | decoding | speedup | latency | verification | lossless | block diffusion | masked diffusion language model',
    not: 'speculative design | speculative execution attack',
  },
  'efficient-attention': {
    strong:
      'linear attention | sparse attention | state space model | mamba | ssm | efficient transformer | efficient attention | flash attention | flashattention | rwkv | subquadratic | sub quadratic | attention mechanism | grouped query attention | linear transformer | gated deltanet | delta rule | linear recurrent | recurrent neural network | sliding window attention | hybrid architecture | attention approximation | quadratic complexity | linear complexity | linear time | block sparse attention | attention variant | deltanet | multi head latent attention | token mixer | gated attention | native sparse attention | attention head | linear rnn | long convolution | softmax attention | attention sparsity | xlstm | transformer architecture | efficient architecture | structured state space | selective state space | test time training layer | hyena | quadratic attention | looped transformer | recurrent model | parallel scan | fast weight | windowed attention | kernel attention | attention architecture',
    weak: 'attention | transformer | recurrence | recurrent | quadratic | hybrid | linear | softmax | self attention | token mixing | long sequence | architecture | lstm | gating | efficient',
    not: 'attention map | attention deficit | visual attention | human attention',
  },
  'memory-efficient-training': {
    strong:
      'memory efficient training | memory efficient | optimizer state | activation checkpointing | gradient checkpointing | galore | low rank gradient | memory footprint | offloading | memory efficient finetuning | gradient low rank | memory reduction | memory consumption | training memory | memory usage | reduce memory | memory overhead | reversible | memory optimization | recomputation | memory cost | zeroth order finetun* | memory saving | limited memory training | layerwise training | gpu memory | out of memory | rematerialization | mezo | memory requirement',
    weak: 'memory | low rank projection | finetuning | full parameter | low rank | gradient | single gpu | optimizer | adam | activation | pretraining | peak memory | consumer gpu',
    not: 'kv cache | working memory | episodic memory | agent memory | memory bank',
  },
  'distributed-training': {
    strong:
      'distributed training | data parallel* | pipeline parallel* | model parallel* | tensor parallel* | large scale training | fault tolerance | training system | parallelism | distributed deep learning | gradient compression | all reduce | allreduce | communication efficient | training infrastructure | decentralized training | fsdp | training framework | gpu cluster | collective communication | sequence parallelism | context parallel* | zero redundancy | 3d parallelism | asynchronous training | diloco | training throughput | expert parallelism | rl training system | asynchronous rl | rl infrastructure | rollout | distributed optimization | local sgd | megatron | parameter server | gradient synchronization | decentralized learning | distributed learning | distributed sgd | training efficiency | asynchronous reinforcement learning | decentralized optimization | large scale distributed',
    weak: 'distributed | communication overhead | cluster | gpu | scalab* | node | worker | heterogeneous | communication | straggler | interconnect | h100 | bandwidth | synchroniz* | throughput',
    not: 'distributed representation | distributed energy',
    categories: 'cs.DC',
  },
  'gpu-kernels-compilers': {
    strong:
      'gpu kernel | cuda kernel | kernel generation | triton | mlir | tvm | operator fusion | kernel fusion | ml compiler | deep learning compiler | tensor compiler | tensor program | cuda | kernel optimization | code generation for accelerator | tensor core | auto scheduling | autotuning | kernelbench | loop tiling | megakernel | kernel code | xla | computation graph | gpu programming | gemm | matrix multiplication | compiler | fused kernel | kernel | polyhedral | warp | cutlass | hip | tensor algebra | stencil | auto tuning',
    weak: 'gpu | fused | fusion | nvidia | hardware | speedup | pytorch | amd | npu | h100 | accelerator | codegen | tiling | operator | roofline',
    not: 'kernel method | kernel function | kernel regression | gaussian kernel | neural tangent kernel | kernel density | reproducing kernel | convolution kernel | blur kernel | kernel ridge | kernel size | linux kernel | large kernel | kernel hilbert | kernel matrix | kernel mean | kernel estimation | deep kernel | heat kernel | transition kernel | markov kernel | operating system kernel | kernel machine | kernel smooth* | kernel based | time warp | dynamic time warp* | hip fracture',
    categories: 'cs.PL cs.AR cs.DC',
  },
  'hardware-accelerators': {
    strong:
      'hardware accelerator | fpga | asic | accelerator design | processor | hardware design | in memory computing | compute in memory | processing in memory | design space exploration | systolic array | rtl | verilog | neuromorphic hardware | risc v | chip design | memristor* | hardware software co design | chip | accelerator | hardware architecture | microarchitecture | hls | high level synthesis | eda | electronic design automation | npu | hardware codesign | near memory | tpu | soc | photonic | analog | circuit design | instruction set | circuit | integrated circuit | semiconductor | analog computing | optical computing | chiplet | hardware aware | dram | physical design | placement and routing | logic synthesis | memory hierarchy | hardware efficient | vlsi | netlist | hardware acceleration | cmos | prefetch* | crossbar | cache replacement',
    weak: 'hardware | energy efficient | energy efficiency | silicon | dataflow | on chip | area | power consumption | architecture | simulator | latency',
    not: 'quantum circuit | circuit discovery | quantum processor | graphics processor | hardware in the loop | signal processor | circuit complexity | boolean circuit | arithmetic circuit | analog of | probabilistic circuit | quantum chip | neural circuit | brain circuit',
    categories: 'cs.AR cs.ET',
  },
  'edge-on-device': {
    strong:
      'on device | edge device | mobile device | edge computing | tinyml | microcontroller | smartphone | edge inference | edge deployment | resource constrained | embedded device | embedded system | mobile phone | edge ai | mobile | raspberry pi | jetson | iot device | edge intelligence | edge cloud | edge | browser | webgpu | wearable device | wearable | iot | lightweight model | internet of thing | low power | embedded | webassembly | smart glass* | edge llm | consumer device | local deployment | consumer hardware | consumer grade | deployment on mobile | apple silicon',
    weak: 'lightweight | latency | real time | compact | deployment | efficient | energy consumption | memory footprint | battery | npu | limited resource | edge server | cpu',
    not: 'edge detection | edge prediction | edge case | edge of stability | node and edge | edge weight | edge set | cutting edge | edge feature | graph edge | mobile robot | mobile manipulat* | edge aware | edge preserving | knowledge edge | mobile agent | mobile gui | embedded in | word embedded | leading edge | gui | edge length | browser agent | bipartite edge | edge attribute | edge information | hyperedge | directed edge | edges in a graph | mobile app',
    categories: 'cs.NI',
  },
  'performance-modeling': {
    strong:
      'performance modeling | performance model | performance prediction | roofline | execution time prediction | runtime prediction | energy consumption of | benchmarking system | performance analysis | performance evaluation | cost model | latency prediction | simulator for | energy measurement | performance characterization | gpu utilization | performance estimation | workload characterization | carbon footprint | performance benchmarking | energy consumption | power consumption | performance simulator | profiling | energy efficiency | latency estimation | performance counter | resource estimation | mlperf | characteriz* performance | performance study | energy usage | energy cost | performance regression | performance bottleneck | power modeling | microbenchmark* | analytical model | training time prediction | carbon emission | benchmark suite | performance measurement',
    weak: 'profiler | throughput | utilization | predict* performance | latency | energy | workload | execution time | run time | gpu | hardware | bottleneck | measurement | simulation',
    not: 'predictive performance model',
    categories: 'cs.PF',
  },
  'high-performance-computing': {
    strong:
      'high performance computing | hpc | exascale | parallel programming | performance portability | supercomputer | supercomputing | mpi | openmp | parallel computing | kokkos | parallel algorithm | scientific computing | fortran | gpu accelerated | sycl | multi gpu | parallel scalability | julia | leadership computing | gpu acceleration | massively parallel | heterogeneous computing | parallelization | shared memory parallel* | strong scaling | weak scaling | multicore | manycore | petascale | parallel performance | parallel code | parallel execution | task based runtime | gpu computing | scientific code | sparse matrix | distributed memory',
    weak: 'gpu | parallel | scalable | node | portab* | speedup | simulation | numerical | library | core | solver | cluster | simd',
    not: 'parallel decoding | parallel corpus | parallel data | multi gpu training',
    categories: 'cs.DC cs.MS',
  },
  databases: {
    strong:
      'database | text to sql | sql | query optimization | query processing | data management | knob tuning | nl2sql | data lake | query optimizer | dbms | data pipeline | relational database | cardinality estimation | data integration | data cleaning | vector database | data warehouse | sql query | index structure | learned index | key value store | schema matching | data discovery | query execution | query plan | graph database | table union | data engineering | data preparation | approximate nearest neighbor | vector search | database system | transaction processing | nosql | data quality | spark | data wrangling | storage engine | spatial query | similarity search | etl | data system | lakehouse | query language | join | data storage | dataframe',
    weak: 'query | schema | table | relational | index | storage | workload | metadata | indexing | transaction | data processing | structured data',
    not: 'image database | protein database | mimic database | medical database | database of image',
    categories: 'cs.DB',
  },
  'cloud-networking': {
    strong:
      'cloud computing | serverless | cloud resource | networking | network traffic | software defined networking | distributed system | data center | datacenter | cloud | kubernetes | microservice | congestion control | resource allocation | resource management | network protocol | traffic engineering | cloud native | consensus protocol | job scheduling | load balancing | autoscaling | network management | computer network | distributed protocol | container* | aiops | network slicing | intent based networking | routing protocol | task offloading | edge cloud | edge computing | computing continuum | fog computing | internet traffic | packet | root cause analysis | incident management | byzantine | network function | telemetry | peer to peer | cloud platform | network configuration | cluster scheduling | tcp | fault tolerant distributed | network operation | content delivery | cloud cost | infrastructure as code | virtual machine | resource provisioning | consensus algorithm | replication | quality of service | wireless network | sdn | network simulation',
    weak: 'network | bandwidth | protocol | provisioning | deployment | infrastructure | latency | scheduling | workload | internet | cluster | server | client | offloading',
    not: 'neural network | point cloud | social network | graph network | adversarial network | bayesian network | deep network | brain network | word cloud | cloud removal | cloud cover | deep learning network | cloud detection | cloud mask | convolutional network | transport network | cloud segmentation | network architecture | network weight | attention network | network training | gaussian cloud',
    categories: 'cs.NI cs.DC cs.OS',
  },
  cybersecurity: {
    strong:
      'cybersecurity | cyber security | malware | vulnerabilit* | intrusion detection | network security | phishing | cyber attack | cyberattack | penetration testing | threat intelligence | exploit | ransomware | security vulnerability | software security | attacker | security analysis | cve | threat | software vulnerability | threat model | side channel attack | cyber threat | web security | ctf | capture the flag | authentication | ddos | security operation | fraud detection | botnet | access control | smart contract vulnerability | attack surface | zero day | secure | offensive security | cyber defense | security | vulnerability detection | security risk | exfiltration | agent security | trusted execution | sandbox* | prompt injection | hardware security | information security | fuzzing | memory safety | cyber physical',
    weak: 'attack | defense | malicious | adversary | adversarial | incident | hacker | exposure | safety',
    not: 'food security | energy security | adversarial example | social security | national security | secure aggregation | threat to validity | job security | exploit the | exploit this | to exploit | exploit these | exploitation | we exploit | fully exploit | security of supply',
    categories: 'cs.CR',
  },
  'cryptography-blockchain': {
    strong:
      'cryptograph* | blockchain | zero knowledge | smart contract | homomorphic encryption | encryption | secure multi party computation | multi party computation | bitcoin | ethereum | ledger | cryptocurrency | post quantum | zk | private information retrieval | secret sharing | signature scheme | consensus | decentralized finance | defi | public key | encrypted | secure computation | lattice based | oblivious | key exchange | digital signature | cipher | steganograph* | secure aggregation | web3 | elliptic curve | nft | dao | zksnark | stablecoin | proof of stake | verifiable computation | zero knowledge proof | private set intersection | fhe | proof of work | hash function | transaction fee | snark',
    weak: 'decentralized | protocol | privacy preserving | trustless | secure | token | verifiable | proof | adversary | key',
    not: 'self consensus | consensus among annotator | reach* consensus | scientific consensus | consensus based | key exchange of idea',
    categories: 'cs.CR',
  },
  'model-security': {
    strong:
      'backdoor | data poisoning | poisoning attack | model stealing | model extraction | trojan | supply chain | model extraction attack | poisoned | poisoning | backdoor attack | model fingerprint* | model ownership | intellectual property | stealing | fingerprinting | model inversion | extraction attack | model theft | model provenance | model watermark* | backdoored | trojaned | model attestation | side channel | unauthorized use | model protection | ownership verification | model weight exfiltration | platform identification | memory poisoning | rag poisoning | skill marketplace | weight tampering | model identification | model lineage | bit flip | identify* model',
    weak: 'attack | attacker | trigger | malicious | defense | adversary | stealthy | security | fingerprint | adversarial | attack success rate | black box access | verification',
    not: 'supply chain management | supply chain optimization | supply chain logistic',
    categories: 'cs.CR',
  },
};
