import type { Patterns } from './pattern.ts';

export const optimization: Patterns = {
  optimizers: {
    strong:
      'optimizer | adam | adamw | muon | shampoo | lion | sgd with momentum | second order optimizer | adaptive gradient | learning rate schedul* | learning rate | weight decay | preconditioner | preconditioned | preconditioning | galore | k fac | kfac | schedule free | sharpness aware minimization | adaptive optimizer | adaptive learning rate | adagrad | momentum | warmup | training algorithm | natural gradient | soap | deep learning optimization | rmsprop | signsgd | gradient clipping | optimizer state | newton schulz | orthogonaliz* update | spectral descent | large batch training | training deep neural network | sharpness aware | optimization algorithm for deep | batch size | sam',
    weak: 'gradient descent | sgd | training stability | pretraining | step size | convergence | momentum based | curvature | hessian | gradient | optimization | nanogpt',
    not: 'query optimizer | prompt optimizer | segment anything | sam 2 | sam2 | sam 3 | angular momentum | momentum contrast | black box optimizer',
    categories: 'math.OC',
  },
  'stochastic-optimization': {
    strong:
      'stochastic gradient descent | sgd | variance reduction | nonconvex optimization | convex optimization | proximal | first order method | stochastic optimization | gradient descent | convergence rate | convergence analysis | accelerated gradient | frank wolfe | stochastic gradient | nonsmooth | minimax optimization | minimax | mirror descent | penalty method | augmented lagrangian | convergence guarantee | iteration complexity | oracle complexity | stochastic approximation | gradient method | nonconvex | primal dual | first order | variational inequalit* | nesterov | subgradient | convex | momentum method | zeroth order | adaptive gradient method | admm | alternating direction | coordinate descent | saddle point | heavy tailed noise | min max optimization | convergence of | quasi newton | newton method | smooth optimization | online convex optimization | constrained optimization | riemannian optimization',
    weak: 'convergence | step size | smoothness | complexity | stationary point | lipschitz | optimal rate | gradient | strongly convex | noise | converge*',
    not: 'convex hull | convergence speed',
    categories: 'math.OC',
  },
  'bilevel-optimization': {
    strong:
      'bilevel | bilevel optimization | hypergradient | implicit differentiation | lower level problem | nested optimization | upper level | hyper gradient | lower level | stackelberg | bilevel programming | multilevel optimization | outer loop | implicit gradient | inner problem | trilevel | bilevel problem',
    weak: 'inner loop | nested | penalty | leader follower | implicit function | meta learning | first order | inner',
  },
  'bayesian-optimization': {
    strong:
      'bayesian optimization | black box optimization | zeroth order | derivative free | acquisition function | surrogate model | gaussian process | surrogate based | zeroth order optimization | blackbox optimization | expensive black box | gradient free | expected improvement | surrogate assisted | gaussian process bandit | evolution strateg* | expensive function | optimal design | bayesian experimental design | expensive optimization | thompson sampling | cma es | experimental design | model based optimization | offline optimization | expensive evaluation',
    weak: 'surrogate | black box | sample efficient | acquisition | bayesian | expensive | query efficient | blackbox | optimization',
    not: 'gaussian process regression | black box attack | black box model | black box llm | surrogate gradient | bayesian neural network',
  },
  'hyperparameter-automl': {
    strong:
      'hyperparameter optimization | hyperparameter tuning | automl | automated machine learning | hyperparameter | hyper parameter | hyperparameter search | algorithm selection | hyperparameter transfer | neural architecture search and hyperparameter | auto ml | machine learning engineering | algorithm configuration | model selection | hyperband | mle bench | automated data science | learning rate tuning | automated machine learning engineering | mu parametrization | maximal update parametrization | kaggle | parameter tuning | successive halving | auto tuning | ml engineering | learning curve extrapolation | data science agent',
    weak: 'tuning | search space | configuration | pipeline | automated | meta learning | multi fidelity | optuna | data science',
    not: 'without hyperparameter tuning | robust to hyperparameter | instruction tuning | no hyperparameter',
  },
  'neural-architecture-search': {
    strong:
      'neural architecture search | nas | architecture search | supernet | super network | one shot nas | architecture optimization | zero cost proxy | differentiable architecture search | hardware aware nas | architecture design | darts | network architecture design | once for all | automated architecture | search space design | neural architecture | architecture discovery | architecture generation | weight sharing | subnet | architecture evolution | architecture predictor',
    weak: 'search space | architecture | searched | subnetwork | search | operator | candidate architecture',
    not: 'software architecture',
  },
  'multi-objective-optimization': {
    strong:
      'multi objective | pareto | multiobjective | pareto front | pareto optimal | multi objective optimization | conflicting objective | trade off between objective | pareto frontier | many objective | multi criteria | hypervolume | multi objective reinforcement learning | multi objective evolutionary | scalarization | multiple objective | bi objective | gradient conflict | vector optimization | competing objective | nsga ii | multi reward | conflicting reward',
    weak: 'objective | trade off | preference | weighted sum | conflicting | conflict | balancing',
  },
  'combinatorial-optimization': {
    strong:
      'combinatorial optimization | integer programming | mixed integer | vehicle routing | traveling salesman | tsp | scheduling problem | linear programming | operation research | mathematical programming | optimization modeling | milp | job shop | routing problem | integer linear programming | optimization problem formulation | combinatorial | constraint programming | neural combinatorial optimization | branch and bound | maximum independent set | max cut | heuristic design | bin packing | knapsack | constraint satisfaction | np hard | optimization modelling | cutting plane | learning to optimize | predict then optimize | facility location | submodular | graph coloring | quadratic programming | robust optimization | set cover | approximation algorithm | solver | maximum cut | decision focused learning | scheduling | packing | heuristic | local search | optimization solver | stochastic programming | semidefinite programming | assignment problem | optimal transport | matching problem | qubo | job scheduling | timetabl* | logistic* | supply chain | minimum spanning | steiner tree | formulate optimization | convex program | inventory | simplex method | optimization model',
    weak: 'optimization problem | constraint | feasible | routing | optimal solution | metaheuristic | np complete | polynomial time | objective function',
    not: 'learning rate scheduling | logistic regression | logistic function | pde solver | ode solver | sat solver | smt solver | wasserstein | diffusion solver | numerical solver | gpu scheduling | noise scheduling | problem solver | supply chain attack | supply chain security | expert routing | logistic loss',
    categories: 'cs.DM math.OC cs.DS math.CO',
  },
  'evolutionary-search': {
    strong:
      'evolutionary algorithm | genetic algorithm | genetic programming | evolutionary | evolution strateg* | symbolic regression | llm driven evolution | alphaevolve | funsearch | program search | neuroevolution | evolutionary search | evolutionary computation | quality diversity | open ended | algorithm discovery | automated algorithm design | evolve | evolving | evolutionary optimization | differential evolution | automatic heuristic design | symbolic discovery | genetic | evolutionary coding agent | swarm intelligence | particle swarm | metaheuristic | map elites | self improving | open endedness | scientific discovery with llm | heuristic discovery | algorithm design | llm guided evolution | discovery of algorithm | llm guided search | evolved | novelty search | llm evolution | self evolving | evolution',
    weak: 'evolution* | mutation | crossover | population | fitness | search | discovery | selection pressure | discover* | genome',
    not: 'genetic variant | genetic data | genetic sequence | galaxy evolution | time evolution | temporal evolution | genetic disease | evolving data | genetic association | rapidly evolving | evolving landscape | evolution of | evolving field | evolutionary biology | evolve over time | dynamically evolving | evolving environment | evolving knowledge | self evolving agent',
    categories: 'cs.NE',
  },
  'automatic-differentiation': {
    strong:
      'automatic differentiation | autodiff | differentiable programming | differentiable simulation | differentiable simulator | backpropagation | reverse mode | differentiable | gradient through | algorithmic differentiation | differentiable rendering | differentiable physics | adjoint | forward mode | implicit differentiation | differentiable optimization | jax | textual gradient | gradient computation | backpropagat* | textgrad | gradient estimation | differentiable program | derivative | jacobian* | forward gradient | gradient estimator | straight through',
    weak: 'gradient | differentiat* | hessian | chain rule | tensor | gradient based | vector product',
    not: 'non differentiable | fully differentiable | financial derivative | fractional derivative | end to end differentiable',
    categories: 'cs.MS',
  },
};
