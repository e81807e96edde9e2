import type { Patterns } from './pattern.ts';

export const theory: Patterns = {
  'learning-theory': {
    strong:
      'generalization bound | implicit bias | sample complexity | training dynamics | generalization error | neural tangent kernel | learning dynamics | overparameterized | excess risk | regret bound | universal approximation | expressive power | benign overfitting | grokking | loss landscape | vc dimension | theoretical understanding | provable | mean field | lower bound | generalization gap | gradient flow | implicit regularization | information theoretic | random feature | theoretical guarantee | two layer neural network | theory | learnability | theoretical framework | single index model | provably | neural collapse | phase transition | stability analysis | sgd dynamics | approximation rate | kolmogorov arnold',
    weak: 'bound | theorem | we prove | theoretical* | asymptotic | generalization | convergence | overfitting | gradient descent | relu | characteriz* | expressivity',
    not: 'game theory | item response theory | domain generalization | theory of mind | graph theory | density functional theory | category theory | cognitive theory | field theory | psychological theory',
    categories: 'math.ST stat.ML cs.IT math.IT',
  },
  'variational-bayesian': {
    strong:
      'mcmc | gaussian process* | posterior | simulation based inference | bayesian | langevin | monte carlo | probabilistic inference | evidence lower bound | approximate inference | elbo | sampling from | laplace approximation | importance sampling | gibbs sampling | particle filter | probabilistic model | probabilistic graphical model | latent variable model | prior distribution | variational',
    weak: 'likelihood | probabilistic | latent variable | uncertainty | kernel | sampler',
    not: 'bayesian optimization | variational autoencoder | variational auto encoder | variational quantum | monte carlo tree search | monte carlo dropout',
    categories: 'stat.CO stat.ME stat.ML',
  },
  'uncertainty-calibration': {
    strong:
      'calibration | calibrated | uncertainty | ood detection | conformal | aleatoric | selective prediction | overconfidence | overconfiden* | miscalibrat* | prediction set | deep ensemble | calibrate | confidence | temperature scaling | out of distribution | predictive distribution | risk control | coverage guarantee | failure detection | evidential | prediction interval | semantic entropy | probabilistic forecast* | abstention | quantile regression | credal',
    weak: 'reliab* | ood | probabilistic | ensemble | coverage | entropy | trustworth* | distribution shift | selective',
    not: 'camera calibration | calibration data | out of distribution generalization | calibration set | extrinsic calibration | calibration free | confidence interval',
  },
  causality: {
    strong:
      'causal | causality | structure learning | directed acyclic graph | treatment effect | counterfactual | dag | instrumental variable | confound* | bayesian network | potential outcome | observational data | cate | intervention* | mediation analysis | identifiab* | spurious correlation',
    weak: 'observational | unobserved',
    not: 'causal attention | causal mask* | causal transformer | causal diffusion | block causal | human intervention | causal world model',
    categories: 'stat.ME econ.EM',
  },
  'robustness-adversarial': {
    strong:
      'robustness | adversarial | distribution shift | corruption | perturbation | adversarially robust | robust learning | randomized smoothing | robust training | attack | spurious correlation | defense | distributionally robust | out of distribution generalization | shortcut learning | test time adaptation | noisy label | byzantine | ood generalization | covariate shift | noise robust*',
    weak: 'attack success | perturbed | vulnerab* | worst case | imperceptible | certif* | out of distribution | robust | robustly | brittle*',
    not: 'generative adversarial | adversarial network | adversarial learning | robust performance | adversarial imitation | jailbreak attack | membership inference attack | poisoning attack | backdoor attack | robust and efficient | robust to | prompt injection attack | more robust | robust and | and robust | adversarial objective',
    categories: 'cs.CR',
  },
  statistics: {
    strong:
      'hypothesis testing | statistical | estimator | survival analysis | density estimation | confidence interval | maximum likelihood | covariate | nonparametric | asymptotic normality | time series analysis | bootstrap | principal component analysis | linear regression | probability distribution | mixed effect | covariance | stochastic process | semiparametric | point process | dimension reduction | mixture model | random variable | statistics | optimal transport | wasserstein | copula | missing data | quantile | lasso | variable selection | extreme value | markov chain | sampling method | order statistic | tensor decomposition | robust estimation | logistic regression | mean estimation',
    weak: 'estimation | asymptotic | variance | sample size | likelihood | kernel | regression | probability',
    not: 'statistically significant | autoregression | regression head | regression task | bounding box regression | statistical significance | box regression',
    categories: 'stat.ME math.ST math.PR stat.TH stat.AP stat.CO',
  },
};
