import type { Patterns } from './pattern.ts';

export const robotics: Patterns = {
  'robot-manipulation': {
    strong:
      'manipulation | grasping | vision language action | vla | dexterous | grasp | bimanual | robot policy | robot learning | diffusion policy | visuomotor | pick and place | robotic arm | libero | gripper | contact rich | robot arm | tactile | generalist robot | deformable object | manipulator | robot control | generalist policy | cloth | action chunking | robot data | robot action | in hand | real robot | robot demonstration | cross embodiment | teleoperation | suction | robot',
    weak: 'robotic | embodied | policy | demonstration | end effector | imitation learning | real world experiment | action | humanoid | force | embodiment',
    not: 'image manipulation | manipulation attack | data manipulation',
    categories: 'cs.RO',
  },
  'robot-navigation': {
    strong:
      'navigation | motion planning | path planning | drone | uav | obstacle avoidance | mobile robot | quadrotor | trajectory planning | trajectory optimization | collision avoidance | vln | multi robot | motion planner | quadcopter | waypoint | traversability | rrt | search and rescue | task planning | swarm | collision free',
    weak: 'robot | planner | embodied',
    not: 'web navigation | gui navigation | drone imagery | exploration and exploitation | exploration exploitation | exploration of | efficient exploration | swarm intelligence | particle swarm | agent swarm | exploration capability',
    categories: 'cs.RO',
  },
  'robot-locomotion': {
    strong:
      'legged robot | humanoid | quadruped* | locomotion | sim to real | control theory | model predictive control | optimal control | control barrier function | mpc | whole body | lyapunov | nonlinear control | robust control | controller | dynamical system | system identification | sim2real | stabilization | reachability | linear quadratic | closed loop control | adaptive control | teleoperation | loco manipulation | actuator | control system | koopman | soft robot | robot control | pid | control policy | continuous control | nonlinear system | stability guarantee | terrain | lqr | unitree | gait',
    weak: 'robot | kinematic* | control',
    not: 'quality control | access control | camera control | control group | fine grained control | control flow | dna | style control | computer control | quality controlled | control over | balance between | to control | controllable | user control | balance of | precise control | motion control | spatial control | control the | control mechanism',
    categories: 'eess.SY cs.SY cs.RO math.OC',
  },
  'world-models': {
    strong:
      'world model | embodied | world modeling | interactive world | model based rl | latent dynamics | dreamer | action conditioned | physical ai | interactive environment | interactive video | jepa | next state prediction | genie | simulated environment | simulator | world action | household task | physical world | environment simulat* | predictive model | alfworld | game engine | model based planning | imagination | world generation | physical understanding | latent action | interactive simulation | world understanding',
    weak: 'environment | simulation | dynamics | rollout | physical | future state | robot | planning | interactive | action | simulate | predict future | physics | long horizon',
    not: 'real world model | user simulator | imaginary',
  },
};
