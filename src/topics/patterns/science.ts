import type { Patterns } from './pattern.ts';

export const science: Patterns = {
  'ai-for-science': {
    strong:
      'science | scientific | hypothesis generation | engineering | research idea | laboratory | manufacturing | automated research | scientist | cad | mechanical | aerospace | peer review | inverse design | idea generation | symbolic regression | digital twin | research agent | autoresearch | autonomous research | topology optimization | nuclear | process control | geophysic* | seismic | aerodynamic*',
    weak: 'discovery | scientific domain | physics | chemistry | biology | hypothes* | simulation | expert knowledge | industrial',
    not: 'software engineering | prompt engineering | data science | social science | computer science | reverse engineering | scientific computing | feature engineering | cognitive science | context engineering | construction of | graph construction | dataset construction | data engineering | reward engineering | data construction | benchmark construction | map construction | ml engineering | machine learning engineering | environment construction | data scientist | pipeline construction | industrial anomaly | network science',
    categories: 'physics. cond-mat. cs.CE',
  },
  'molecules-proteins': {
    strong:
      'molecul* | protein | drug | chemistry | chemical | ligand | docking | antibody | peptide | catalyst | enzyme | force field | binding affinity | conformation* | smiles | interatomic potential | biomolec* | rna | compound | polymer | density functional theory | pharma* | chemist* | crystal | biochem*',
    weak: 'binding | 3d structure | equivariant | atom | therapeutic',
    not: 'compound ai | compounding error',
    categories: 'q-bio.BM physics.chem-ph q-bio.QM',
  },
  bioinformatics: {
    strong:
      'genom* | gene | bioinformatic* | omics | dna | rna | transcriptom* | genetic | cell | perturbation prediction | regulatory | proteom* | sequence alignment | mutation | phylogen* | metagenom* | biolog* | biomedical | nucleotide | cellular | gwas | metabol* | pathogen',
    weak: 'pathway | phenotype | tissue | species',
    not: 'genetic algorithm | genetic programming | variant of | cellular automat* | variant that | cell free massive | grid cell | model variant | cell segmentation | two variant | three variant | attention variant | cell free | biologically plausible',
    categories: 'q-bio.GN q-bio. ',
  },
  healthcare: {
    strong:
      'healthcare | clinical | medical | ehr | patient | diagnosis | health | clinician | disease | hospital | medicine | physician | doctor | therapy | epidemiolog* | covid 19 | cancer | depression | biomedical | diabetes | icu | mortality | wearable | ecg | pandemic | medication | autism | suicide | drug safety | psychiatr* | triage | treatment | psychotherap* | counseling | electrocardiogram | dementia | surgical | alzheimer* | oncology | symptom | rehabilitation | dental | cardiovascular | parkinson* | stroke | pediatric | vaccin* | glucose | sleep | care | nutrition | telemedicine | epidemic',
    weak: 'cohort | prognos* | diagnostic | outcome | expert',
    not: 'treatment effect | plant disease | careful* | careful | diagnostic benchmark | fault diagnosis | state of health | failure diagnosis',
    categories: 'q-bio.QM',
  },
  neuroscience: {
    strong:
      'eeg | fmri | brain | neural decoding | neuroscience | neural activity | snn | spiking | neuromorphic | electroencephalograph* | cortex | cortical | cognitive science | neural data | bci | meg | hippocamp* | synap* | connectome | neural population | predictive coding | biologically plausible | neuro inspired | working memory | epilep* | seizure | hebbian | emotion recognition | cognition | spike | neuron | sleep | emg | intracranial',
    weak: 'stimul* | biological* | subject | plasticity | cognitively | cognitive | neurosymbolic',
    not: 'brain tumor | robot perception | visual perception | active perception | perception module | perception and reasoning | multimodal perception | perception task | 3d perception | perception system | perception of | collaborative perception | user perception',
    categories: 'q-bio.NC cs.NE',
  },
  'physics-simulation': {
    strong:
      'pde | neural operator | fluid | pinn | operator learning | navier stokes | simulation | turbulence | turbulent | cfd | scientific machine learning | finite element | deeponet | reduced order model | dynamical system | differential equation | physical system | numerical method | finite volume | surrogate | physics | ode | elastic* | molecular dynamics | particle based | multiphysics | solid mechanic | data assimilation | galerkin | solver | deformation | computational mechanic | governing equation | stiff | hyperelastic | boundary condition | heat transfer | soft body | stochastic differential | thermal | aerodynamic* | rigid body | discretiz* | spatiotemporal dynamics | chaotic | material point method | koopman',
    weak: 'mesh | physical | equation | grid | velocity | nonlinear | high fidelity',
    not: 'optical flow | social simulation | user simulation | driving simulation | simulation environment | agent simulation | sim to real | simulation based inference | quantum simulation | sat solver | simulation result | simulations show | monte carlo simulation | simulation and real | both simulation and real | in simulation and | simulation to real | astrophysics',
    categories: 'physics.flu-dyn physics.comp-ph math.NA cs.NA cs.CE math.AP',
  },
  'weather-climate': {
    strong:
      'weather | climate | precipitation | nowcasting | meteorolog* | era5 | atmospher* | earth system | downscaling | ocean | hurricane | typhoon | storm | sea ice | data assimilation | subseasonal | reanalysis | drought | flood | hydrolog* | earth science',
    weak: 'wind | temperature | forecast',
    not: 'adverse weather | weather condition | sampling temperature',
    categories: 'physics.ao-ph',
  },
  'mathematical-reasoning': {
    strong:
      'theorem proving | olympiad | mathematics | gsm8k | mathematical | aime | imo | math | geometry problem | algebra | arithmetic | proof generation | natural language proof | autoformalization | conjecture | mathematician | lean 4 | mathvista | math500 | informal proof | quantitative reasoning',
    weak: 'grpo | theorem | proof | reasoning | lean | rlvr | chain of thought | problem solving',
    not: 'mathematical model | mathematical framework | mathematical formulation | mathematical analysis | linear algebra | mathematical expression recognition | math and code | mathematics and coding | mathematically | math and coding',
  },
  'quantum-computing': {
    strong: 'quantum | qubit | entangle* | nisq | tensor network',
    weak: 'gate',
    not: 'post quantum | disentangle*',
    categories: 'quant-ph',
  },
  'astronomy-physics': {
    strong:
      'astronom* | astrophysic* | galaxy | high energy physics | telescope | condensed matter | stellar | star | spectra | quantum field theory | photometric | solar | ising | quantum material | spin glass | quantum many body | renormalization | superconduct* | magnetic | spacecraft',
    weak: 'physics',
    not: 'solar power | solar energy | physics informed | physics based | physics simulation | feature fusion | information fusion | physics engine | multimodal fusion | image fusion | solar irradiance | late fusion | model fusion | early fusion | magnetic resonance | topological order | physics guided | kernel fusion | operator fusion | fusion module | attention fusion | fusion strategy | fusion network | electromagnetic',
    categories:
      'astro-ph. hep-ph hep-ex hep-th hep-lat gr-qc cond-mat. nucl-th nucl-ex physics.data-an cond-mat',
  },
  materials: {
    strong:
      'material science | crystal | materials | alloy | inverse design | material property | material design | inorganic | density functional theory | microstructure | machine learning interatomic | battery material | polymer | semiconductor | molecular dynamics | steel | electrolyte | catalyst | metamaterial | composite | x ray diffraction | atomistic | nanomaterial | electron microscopy | force field | fatigue | dft | mlip',
    weak: 'atomic | lattice',
    not: 'supplementary material | pbr material | concretely',
    categories: 'cond-mat.mtrl-sci',
  },
  'energy-power': {
    strong:
      'power system | battery | energy system | building energy | electricity | renewable energy | power flow | energy management | energy storage | solar power | electric vehicle | photovoltaic | microgrid | energy market | hvac | demand response | energy consumption forecasting | state of charge | power network | grid | charging | lithium ion | wind turbine | power plant | energy demand | state of health | smart home | thermal comfort | hydrogen | voltage | inverter',
    weak: 'energy | power | load | consumption',
    not: 'grid search | voxel grid | grid cell | grid world | building block | building a | building on | building upon | energy based model | grid based | building agent | building the | building on this | building and | building model | grid of | model building | building robust | building reliable | building large',
    categories: 'eess.SY cs.SY',
  },
  'wireless-signal': {
    strong:
      'wireless | signal processing | radar | mimo | beamforming | 6g | 5g | communication system | csi | ofdm | mmwave | millimeter wave | semantic communication | spectrum | rf | radio | reconfigurable intelligent surface | antenna | telecom* | cellular network | satellite communication | isac | physical layer | signal detection | terahertz | rate distortion | sensing | wi fi | o ran | sonar | channel | sampling theory | error correcting code | uplink | source coding | acoustic signal | ris | near field | base station | time frequency | information theory | fading | polar code | interference | holographic | bluetooth | coded | ldpc | transmit*',
    weak: 'snr | receiver | bandwidth | sensor | transmission | modulation | signal | decoder',
    not: 'remote sensing | reward signal | learning signal | training signal | supervision signal | supervisory signal | color channel | channel wise | signal from | task interference | side channel | signal for | gradient signal | language decoder | transformer decoder | signal to noise | feedback signal | channel mixing | verification signal | signals in | encoder decoder | decoder only | neural signal | visual signal | proxy signal | control signal | decoder architecture | diffusion decoder | audio signal | communication channel | diagnostic signal | uncertainty signal | channel pruning | quality signal | confidence signal | signals that | attention signal | semantic signal | lightweight decoder',
    categories: 'eess.SP cs.IT math.IT cs.NI',
  },
};
