import type { Patterns } from './pattern.ts';

export const code: Patterns = {
  'code-generation': {
    strong:
      'code generation | code llm | program synthesis | code completion | code language model | coding agent | generate code | code model | competitive programming | humaneval | code reasoning | code benchmark | generated code | repository level code | vibe coding | coding | swe bench | code translation | verilog generation | livecodebench | code synthesis | coding assistant | software engineering agent | code pretraining | large language model for code | llm for code | coding task | code editing | executable code | code generating | programming task | ai generated code | writing code | llm generated code | text to sql | web development | front end | ui to code | design to code | image to code | rtl generation | coding benchmark | mbpp | programming problem',
    weak: 'code | program | programming | unit test | python | executable | repository | compile* | developer | codebase | github | swe | software',
    not: 'code is available | code available | code will be | code and data | source code is | our code | code and model | code release* | open source code | code at | codes are | code and dataset | predictive coding | sparse coding | code can be found | entropy coding | video coding | code is publicly | data and code | code are | code is | code and | code repository | model and code | code for | superdense coding | error correcting code | network coding | speech coding | neural code | linear code | qualitative coding | latent code | dataset and code | channel coding | code publicly | code switching | code mixed | thematic coding | position coding | arithmetic coding | source coding | image coding | medical coding | clinical coding | icd coding | source code and',
    categories: 'cs.SE cs.PL',
  },
  'code-efficiency': {
    strong:
      'code optimization | code efficiency | performance optimization | program optimization | efficient code | code performance | kernel generation | runtime efficiency | performance improving | kernel optimization | speedup | faster code | execution efficiency | performance engineering | vectorization | optimize code | compiler optimization | auto vectorization | software performance | optimizing code | energy efficiency of code | execution time | performance portability | optimiz* program | software optimization | code acceleration | high performance code | parallel code generation | superoptimiz* | phase ordering | gpu kernel | efficiency of generated code | efficiency of code | algorithm optimization | performance of code | performance improvement | optimized code | optimization pass* | performance bug',
    weak: 'code | runtime | program | execution | compiler | efficiency | kernel | speed | profil* | cuda | optimiz*',
    not: 'code is available',
    categories: 'cs.PF cs.SE cs.PL',
  },
  'program-repair-testing': {
    strong:
      'program repair | automated program repair | bug fixing | test generation | fuzzing | fault localization | unit test generation | software testing | debugging | test case generation | mutation testing | bug report | issue resolution | test case | bug detection | defect prediction | fuzz* | flaky test | regression testing | patch generation | bug localization | bug | repair | swe bench | test suite | test oracle | automated testing | debug | test automation | vulnerability repair | patch | defect | gui testing | unit test | crash | metamorphic testing | test driven | code repair',
    weak: 'fix | software | fault | coverage | developer | failing | test | github issue | error | correctness | automated',
    not: 'image patch | patch based | patch level | dna repair | defect detection | crash data | hypothesis testing | statistical testing | a b testing | surface defect | industrial defect | patch embedding | test time | vehicle crash | crash risk | patch size | adversarial patch | patches of image | activation patching | patch token | patches | market crash | penetration testing',
    categories: 'cs.SE',
  },
  'software-engineering': {
    strong:
      'software engineering | software development | code review | pull request | repository | developer | open source software | technical debt | software maintenance | commit message | github repository | devops | requirement engineering | software quality | software system | software engineer | refactoring | software project | software | code quality | practitioner | ai assisted programming | codebase | continuous integration | software architecture | copilot | github | stack overflow | commit | coding agent | maintainability | agentic software | software ecosystem | code smell | code change | model driven engineering | software developer | coding assistant | agile | low code | ml engineering | mlops | vibe coding | dependency management | ai coding | api evolution | user stor* | library migration | legacy code | modernization | modeling language',
    weak: 'programming | code | api | engineering | documentation | empirical study | maintenance | ide | requirement | tooling | issue | interview*',
    not: 'github com | available on github | github repository at | github io | software defined | hardware software | software available | available as open source | software package for | model repository | repositories of image | data repository',
    categories: 'cs.SE',
  },
  'program-analysis': {
    strong:
      'program analysis | static analysis | decompil* | binary code | reverse engineering | code understanding | code summarization | dynamic analysis | symbolic execution | call graph | taint analysis | abstract interpretation | control flow | binary analysis | disassembl* | code similarity | type inference | pointer analysis | code comprehension | data flow analysis | code representation | code search | abstract syntax tree | clone detection | binary | code clone | program comprehension | code property graph | vulnerability detection | obfuscat* | dataflow analysis | llvm ir | bytecode | program understanding | assembly code | code explanation | intermediate representation | static analyzer | code embedding',
    weak: 'code | program | ast | source code | compiler | semantics | variable | function | software',
    not: 'binary classification | binary label | binary mask | binary feedback | binary reward | binary variable | binary star | binary neural | binary decision | binary outcome | binary cross entropy | binary black hole | binary task | binary question | binary choice',
    categories: 'cs.SE cs.PL cs.CR',
  },
  'formal-methods': {
    strong:
      'formal verification | theorem proving | theorem prover | proof assistant | lean | lean 4 | sat solver | smt | smt solver | model checking | formal proof | automated theorem proving | isabelle | coq | autoformalization | formal method | satisfiability | temporal logic | formal specification | verified | mathlib | rocq | verification | formal reasoning | program verification | formal language | formal | loop invariant | proof generation | dafny | formally verified | invariant | sat | formalization | neural network verification | formal guarantee | formal mathematics | specification | proof | provably correct | signal temporal logic | runtime verification | proof search | model checker | horn clause | answer set programming | logic programming | probabilistic model checking | hybrid system | first order logic',
    weak: 'prove | proving | correctness | logic | formally | certif* | solver | minif2f | symbolic | theorem | soundness | decidab*',
    not: 'we prove | face verification | speaker verification | fact verification | claim verification | theoretical proof | proof of concept | self verification | user verification | image verification | permutation invariant | invariant feature | domain invariant | rotation invariant | experimentally verified | identity verification | proof of work | invariant representation | scale invariant | invariant to | informal | invariant learning | proof of convergence | watermark verification | formal analysis | viewpoint invariant | age verification',
    categories: 'cs.LO cs.FL',
  },
  'programming-languages': {
    strong:
      'programming language | type system | compiler | probabilistic programming | domain specific language | language design | functional programming | type theory | semantics of program | lambda calculus | type checking | dsl | rust | operational semantics | gradual typing | garbage collect* | haskell | static typing | denotational semantics | effect system | session type | concurrency | dependent type | type inference | refinement type | probabilistic program | intermediate representation | program synthesis | compilation | program transformation | transpil* | code translation | programming model | monad* | memory safety | static type | java | javascript | ocaml | macro | language feature | syntax | parser | quantum programming | typescript | metaprogramming | polymorphi* | categorical semantics | parsing | language runtime | type safe* | algebraic effect | webassembly',
    weak: 'program | type | semantics | language | static | typed | abstraction | runtime | correctness | python | calculus',
    not: 'syntax of natural language | rust disease | macro f1 | macro average | macro economic | macroeconomic | scene parsing | document parsing | human parsing | genetic polymorphism | face parsing | syntax tree of sentence',
    categories: 'cs.PL',
  },
};
