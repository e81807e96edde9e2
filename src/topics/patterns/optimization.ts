import type { Patterns } from './pattern.ts';

export const optimization: Patterns = {
  optimizers: {
    strong:
      'optimizer | adam | adamw | muon | shampoo | lion | adaptive gradient | learning rate | weight decay | preconditioner | preconditioned | preconditioning | k fac | adagrad | momentum | warmup | training algorithm | natural gradient | rmsprop | gradient clipping | newton schulz | large batch training | training deep neural network | sharpness aware',
    weak: 'sgd | training stability | step size | convergence | hessian | gradient | batch size',
    not: 'segment anything | sam 2 | sam2',
    categories: 'math.OC',
  },
  'stochastic-optimization': {
    strong:
      'sgd | variance reduction | proximal | stochastic optimization | convergence rate | convergence analysis | accelerated gradient | stochastic gradient | minimax | mirror descent | convergence guarantee | gradient method | nonconvex | primal dual | first order | nesterov | subgradient | convex | zeroth order | admm | alternating direction | coordinate descent | saddle point | min max optimization | convergence of | quasi newton | constrained optimization | riemannian optimization',
    weak: 'convergence | step size | smoothness | gradient | converge*',
    not: 'convergence speed',
    categories: 'math.OC',
  },
  'bilevel-optimization': {
    strong:
      'bilevel | hypergradient | implicit differentiation | nested optimization | upper level | lower level | stackelberg | outer loop',
    weak: 'nested | first order | inner',
  },
  'bayesian-optimization': {
    strong:
      'bayesian optimization | black box optimization | zeroth order | derivative free | acquisition function | surrogate model | gaussian process | surrogate based | gradient free | expected improvement | evolution strateg* | optimal design | expensive optimization | thompson sampling | experimental design | model based optimization | offline optimization',
    weak: 'surrogate | black box',
    not: 'black box attack | black box model | black box llm | bayesian neural network',
  },
  'hyperparameter-automl': {
    strong:
      'automl | automated machine learning | hyperparameter | algorithm selection | machine learning engineering | model selection | mle bench | kaggle | parameter tuning | successive halving | ml engineering | data science agent',
    weak: 'search space | meta learning',
    not: 'instruction tuning',
  },
  'neural-architecture-search': {
    strong:
      'nas | architecture search | supernet | architecture optimization | zero cost proxy | architecture design | darts | automated architecture | neural architecture | weight sharing | subnet',
    weak: 'search',
  },
  'multi-objective-optimization': {
    strong:
      'multi objective | pareto | conflicting objective | multi criteria | hypervolume | scalarization | multiple objective | bi objective | gradient conflict | competing objective | nsga ii | multi reward | conflicting reward',
    weak: 'trade off | conflicting',
  },
  'combinatorial-optimization': {
    strong:
      'integer programming | mixed integer | vehicle routing | traveling salesman | tsp | linear programming | operation research | mathematical programming | optimization modeling | milp | job shop | routing problem | optimization problem formulation | combinatorial | constraint programming | maximum independent set | max cut | knapsack | constraint satisfaction | np hard | learning to optimize | predict then optimize | submodular | quadratic programming | robust optimization | set cover | approximation algorithm | solver | decision focused learning | scheduling | packing | heuristic | local search | semidefinite programming | assignment problem | optimal transport | matching problem | qubo | timetabl* | logistic* | supply chain | steiner tree | inventory | optimization model',
    weak: 'optimization problem | constraint | feasible | routing | optimal solution | polynomial time',
    not: 'learning rate scheduling | logistic regression | pde solver | sat solver | wasserstein | numerical solver | expert routing',
    categories: 'cs.DM math.OC cs.DS math.CO',
  },
  'evolutionary-search': {
    strong:
      'evolutionary | evolution strateg* | symbolic regression | llm driven evolution | alphaevolve | program search | neuroevolution | quality diversity | algorithm discovery | evolve | differential evolution | automatic heuristic design | symbolic discovery | genetic | swarm intelligence | particle swarm | metaheuristic | self improving | open endedness | algorithm design | evolved | novelty search | llm evolution',
    weak: 'mutation | crossover | population | fitness | search | discovery | discover* | genome | evolving | evolution',
    not: 'time evolution | temporal evolution | evolving data | rapidly evolving | evolution of | evolve over time | evolving knowledge | self evolving agent',
    categories: 'cs.NE',
  },
  'automatic-differentiation': {
    strong:
      'automatic differentiation | autodiff | backpropagation | reverse mode | differentiable | gradient through | adjoint | forward mode | implicit differentiation | jax | textual gradient | gradient computation | backpropagat* | textgrad | gradient estimation | derivative | jacobian* | forward gradient | gradient estimator | straight through',
    weak: 'differentiat* | hessian | tensor',
    not: 'non differentiable | fully differentiable | end to end differentiable',
    categories: 'cs.MS',
  },
};
