import type { Patterns } from './pattern.ts';

export const society: Patterns = {
  'finance-economics': {
    strong:
      'financ* | trading | stock | market | portfolio | economy | econom* | auction | cryptocurrency | pricing | investment | investor | monetary | risk management | insurance | volatility | hedging | mechanism design | firm | central bank | accounting | fintech | alpha | tax | wealth | earnings call | price | money | bankruptcy | marketplace | productivity | fraud | invest | macroeconomic | labour | trade | consumer',
    weak: 'risk | return | incentive | welfare | asset | revenue | transaction | commerce | utility | credit | business',
    not: 'economical | trade off | tradeoff | credit assignment | token economy | fundamental | memory bank | alpha blending | consumer grade | consumer gpu | consumer hardware',
    categories: 'q-fin. econ. ',
  },
  education: {
    strong:
      'education* | student | tutoring | teaching | tutor | classroom | learning outcome | pedagog* | knowledge tracing | course | university | school | learner | educator | grading | instructor | mooc | personalized learning | k 12 | language learning | educational | ai literacy | adaptive learning | textbook | reading level | question difficulty | learning analytics | lecture',
    weak: 'assessment | instructional | scaffold* | teacher | exam',
    not: 'student model | teacher model | teacher student | teacher forcing | curriculum learning | student teacher | teacher and student | a student | the student | the teacher | the teacher s | a teacher | student s | of teacher | from teacher | teacher trajectory | multi teacher | base learner | meta learner | coarse | self teacher | teacher supervision',
    categories: 'physics.ed-ph',
  },
  'law-policy': {
    strong:
      'law | legal | regulation | governance | ethic* | ai act | court | regulatory | copyright | compliance | legislation | policymaker | responsible ai | accountab* | judicial | statutory | lawyer | gdpr | contract | societal impact | moral* | patent | normative | liability | public policy | jurisprudence | ethical | auditing | institutional | sovereign* | military | political | government | civil',
    weak: 'transparency | stakeholder | institution | oversight | audit* | responsib* | trust* | risk | legitim* | rights',
    not: 'scaling law | power law | policy gradient | policy optimization | policy learning | robot policy | conservation law | physical law | control policy | optimal policy | policy network | diffusion policy | policy improvement | on policy | off policy | policy update | policy evaluation | policy iteration | smart contract | visuomotor policy | single policy | learned policy | rl policy | cache policy | policy model | policy training | policy entropy | expert policy | scheduling policy | generalist policy | manipulation policy | agent policy | self regulation | policy that | policies for | reference policy | policy performance | policy generalization | a policy | the policy | target policy | greedy policy | routing policy | current policy | policies in | policies from | policy space | base policy | deterministic policy | policy with | vla policy | policies on',
    categories: 'cs.CY',
  },
  'social-media': {
    strong:
      'misinformation | hate speech | online behavior | twitter | fake news | disinformation | reddit | political | polarization | online communit* | rumor | tweet | propaganda | content moderation | stance | youtube | election | public opinion | tiktok | opinion dynamic | echo chamber | sociology | facebook | conspiracy | crowdsourced | ideolog* | bluesky | wikipedia | online platform | journalis* | user generated content | demographic | online harm | meme | cyberbullying | societal | information diffusion | media | network analysis | public discourse | persuasion | human mobility | social | psycholog* | collective behavior',
    weak: 'opinion | narrative | discourse | attitude | survey | populat* | society | cultural | communit*',
    not: 'multi media | social robot | social dilemma | research community | nlp community | social choice | synthetic media | streaming media | the community | cultural heritage | machine learning community',
    categories: 'cs.SI cs.CY physics.soc-ph',
  },
  'human-computer-interaction': {
    strong:
      'human computer interaction | user study | hci | human ai | user interface | interaction design | user experience | human centered | interview | virtual reality | augmented reality | participatory | visualization | user centered | human in the loop | mixed initiative | co creation | participant | human factor | designer | visually impaired | assistive | vr | xr | human robot interaction | interactive system | conversational agent | interactive tool | perceived | trust in ai | users with | brainstorm* | extended reality | chi | overreliance | wearable | gesture | cognitive load | writing assistant | eye tracking | user perception | user trust | interaction technique | human machine | design process | storytelling | visual analytics | end user | ideation | human agent | immersive | disabilit*',
    weak: 'user | interactive | survey | agency | practitioner | trust | accessibility | usability | creative | creativity',
    not: 'brain computer interface | gui | blind deconvolution | blind spot | application programming interface | chi square | interface between',
    categories: 'cs.HC',
  },
  games: {
    strong:
      'game | chess | minecraft | procedural content generation | atari | go | player | starcraft | level generation | gameplay | gaming | npc | dungeon* | self play | monte carlo tree search | mcts | alphazero | diplomacy | sudoku | hanabi | tabletop | playable',
    weak: 'opponent | strategic | win rate | puzzle',
    not: 'game theory | game theoretic | zero sum game | stochastic game | mean field game | stackelberg game | differential game | cooperative game | go beyond | go to | going | extensive form game | evolutionary game',
    categories: 'cs.GT',
  },
  'agriculture-environment': {
    strong:
      'agricult* | crop | plant | wildlife | ecolog* | biodiversity | sustainab* | farm* | environmental | species | forest | animal | climate change | carbon | soil | fruit | conservation | marine | weed | ocean | bird | pollution | deforestation | harvest* | phenotyp* | vegetation | food | insect | pest | flood | coral | drought | wildfire | fish | greenhouse | recycl* | river | hydrolog* | groundwater | seismic | water | rice | wheat | leaf | orchard | cattle',
    weak: 'climate | land | green | monitoring | disease | emission | footprint | ecosystem | waste',
    not: 'decision tree | tree search | tree of thought | tree structure* | conservation law | random forest | tree based | power plant | syntax tree | water filling | isolation forest | tree decomposition | search tree | agent ecosystem | tree guided | environmental dynamics | leaf node',
    categories: 'q-bio.PE physics.ao-ph physics.geo-ph',
  },
};
