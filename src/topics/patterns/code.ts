import type { Patterns } from './pattern.ts';

export const code: Patterns = {
  'code-generation': {
    strong:
      'code generation | code llm | program synthesis | code completion | code language model | generate code | competitive programming | humaneval | code reasoning | code benchmark | generated code | repository level code | coding | swe bench | code translation | verilog generation | livecodebench | code synthesis | software engineering agent | code editing | executable code | code generating | programming task | writing code | text to sql | front end | ui to code | image to code | rtl generation | mbpp | programming problem',
    weak: 'code | program | programming | python | executable | repository | compile* | developer | codebase | swe | software',
    not: 'code is available | code will be | code and data | source code is | our code | code and model | open source code | code at | codes are | code and dataset | code can be found | entropy coding | code is publicly | data and code | code is | code and | code repository | model and code | code for | error correcting code | network coding | linear code | dataset and code | channel coding | code switching | code mixed | source coding | source code and',
    categories: 'cs.SE cs.PL',
  },
  'code-efficiency': {
    strong:
      'code optimization | code efficiency | performance optimization | program optimization | efficient code | kernel generation | runtime efficiency | performance improving | kernel optimization | performance engineering | vectorization | compiler optimization | execution time | software optimization | high performance code | phase ordering | gpu kernel | algorithm optimization | optimization pass*',
    weak: 'compiler | kernel | cuda | speedup',
    not: 'code is available',
    categories: 'cs.PF cs.SE cs.PL',
  },
  'program-repair-testing': {
    strong:
      'fuzzing | fault localization | debugging | test case generation | issue resolution | fuzz* | bug | repair | swe bench | test suite | debug | gui testing | unit test | crash',
    weak: 'fix | software | fault | developer',
    not: 'patch based | patch level | defect detection | hypothesis testing | statistical testing | a b testing | industrial defect | patch embedding | test time | activation patching | patch token | patches',
    categories: 'cs.SE',
  },
  'software-engineering': {
    strong:
      'code review | pull request | repository | developer | technical debt | refactoring | software | code quality | codebase | copilot | github | stack overflow | commit | coding agent | maintainability | code change | model driven engineering | coding assistant | agile | ml engineering | vibe coding | ai coding | legacy code | modeling language',
    weak: 'documentation | maintenance | interview*',
    not: 'github com | available on github | github io | hardware software',
    categories: 'cs.SE',
  },
  'program-analysis': {
    strong:
      'program analysis | static analysis | decompil* | binary code | reverse engineering | code understanding | code summarization | call graph | abstract interpretation | control flow | binary analysis | disassembl* | type inference | code comprehension | data flow analysis | code representation | code search | abstract syntax tree | clone detection | vulnerability detection | obfuscat* | llvm ir | assembly code | code explanation | intermediate representation | static analyzer | code embedding',
    weak: 'program | ast | source code | compiler | software',
    not: 'binary classification | binary label | binary reward | binary neural | binary decision',
    categories: 'cs.SE cs.PL cs.CR',
  },
  'formal-methods': {
    strong:
      'theorem proving | theorem prover | lean | smt | model checking | coq | autoformalization | satisfiability | temporal logic | mathlib | program verification | formal | formally verified | sat | formalization | neural network verification | proof | provably correct | runtime verification | model checker | horn clause | answer set programming | logic programming | hybrid system | first order logic',
    weak: 'prove | proving | correctness | logic | formally | certif* | solver | symbolic | theorem | verification | specification',
    not: 'we prove | fact verification | proof of concept | self verification | permutation invariant | invariant feature | domain invariant | scale invariant | invariant to | informal',
    categories: 'cs.LO cs.FL',
  },
  'programming-languages': {
    strong:
      'programming language | type system | compiler | probabilistic programming | domain specific language | dsl | rust | denotational semantics | concurrency | dependent type | type inference | probabilistic program | intermediate representation | program synthesis | transpil* | code translation | programming model | monad* | memory safety | java | javascript | language feature | parser | typescript | polymorphi* | categorical semantics | webassembly',
    weak: 'program | abstraction | compilation',
    not: 'macro f1 | macro average | macroeconomic | document parsing',
    categories: 'cs.PL',
  },
};
