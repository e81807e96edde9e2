import type { Patterns } from './pattern.ts';

export const generation: Patterns = {
  'generative-models': {
    strong:
      'generative model | gan | vae | variational autoencoder | normalizing flow | flow matching | gflownet | rectified flow | generative modeling | autoregressive image generation | deep generative | energy based model | generative flow | flow based | consistency model | meanflow | autoregressive generative | one step generation | few step generation | latent space | visual autoregressive | stylegan | optimal transport | adversarial network | tokenizer | discrete diffusion | flow model | flow map | continuous normalizing | latent variable model | score matching | generative framework | representation autoencoder | visual generation | probability flow | autoregressive generation | boltzmann machine | mode collapse',
    weak: 'generative | generator | sampling | fid | discriminator | likelihood | autoregressive | sampler | latent | distribution | autoencoder',
    not: 'generative agent | sparse autoencoder | optical flow | generative retrieval | generative recommend* | generative engine | masked autoencoder | generative reward | power flow',
  },
  'diffusion-models': {
    strong:
      'diffusion | score based | dit | classifier free guidance | score matching | consistency model | denoising | reverse process | flow matching | score distillation | score function | few step | mmdit | rectified flow | flux | noise schedule | distribution matching distillation | text to image | timestep',
    weak: 'sampling step | noise | guidance | sampler | flow based | u net | ode | generative',
    not: 'reaction diffusion | diffusion mri | diffusion coefficient | graph diffusion | image denoising | drift diffusion | advection diffusion | heat diffusion | diffusion of | diffusion equation | anomalous diffusion | diffusion tensor | diffusion weighted',
  },
  'image-generation': {
    strong:
      'text to image | image generation | image synthesis | t2i | visual generation | high resolution image | class conditional | image generator | controllable generation | image diffusion | layout to image | generated image | diffusion transformer | stable diffusion | latent diffusion | autoregressive image | text rendering | compositional generation | image tokenizer | visual autoregressive | prompt following | imagenet 256 | face generation | text guided image | aesthetic | poster | stylegan | unified multimodal | generating image | graphic design | vector graphic | representation autoencoder | understanding and generation | generate image | flux | multimodal generation | svg | unified understanding | fid',
    weak: 'image quality | prompt | generative | imagenet | photorealistic | fidelity | guidance | gan | visual',
  },
  'image-editing': {
    strong:
      'inpainting | style transfer | personalization | subject driven | image manipulation | identity preserving | image customization | image translation | stylization | concept customization | editing | image composition | object removal | instruction guided | reference guided | inversion | outpainting | harmonization | try on | personalized generation | relighting | subject consistency | makeup | object insertion | colorization | edit | drag based | personalized image | concept erasure | reference image | identity preservation | artistic style | unpaired | reference based | hairstyle',
    weak: 'mask | instruction | background | subject | fidelity | edited | identity',
    not: 'knowledge editing | model editing | code editing | video editing | model inversion | 3d editing',
  },
  'video-generation': {
    strong:
      'video generation | text to video | video diffusion | image to video | video editing | video synthesis | talking head | human animation | video prediction | video generative model | video model | camera control | t2v | i2v | portrait animation | generated video | video generator | interactive video | character animation | video creation | audio driven | autoregressive video | video world model | controllable video | dance generation | video inpainting | talking face | world simulator | lip sync | motion transfer | cinematic | pose driven | storytelling | multi shot | camera trajectory | sora | wan | self forcing | generative video | image animation | motion control | video customization | avatar | 4d generation | digital human | lip synchronization | generating video | video rewards | video stylization | film | camera controlled | visual quality',
    weak: 'video | temporal consistency | frame | motion | temporal coherence | temporally consistent | animation | diffusion transformer | physical plausib*',
    not: 'video understanding | video question answering | video language model | video llm | video large language | video captioning',
  },
  'generation-3d': {
    strong:
      '3d generation | text to 3d | image to 3d | 3d asset | scene generation | shape generation | 3d content | avatar | 3d generative | 4d generation | 3d object generation | texturing | 3d editing | score distillation | shape completion | cad | world generation | 3d diffusion | scene synthesis | mesh | text driven 3d | procedural generation | generative 3d | material generation | 3d world | 3d shape | texture synthesis | articulated object | rigging | motion generation | layout generation | part aware | garment | part level | texture map | pbr | panorama generation | 3d native | sparse voxel | animatable',
    weak: '3d | shape | geometry | texture | multi view | asset | scene | voxel | point cloud | single image | sdf | generative | topology',
    not: '3d reconstruction',
  },
};
