import type { Patterns } from './pattern.ts';

export const vision: Patterns = {
  'gaussian-splatting': {
    strong:
      '3dgs | nerf | radiance field | neural rendering | view synthesis | 3d gaussian | splatting | dynamic gaussian | novel view | gaussian avatar | gaussian primitive | inverse rendering | gaussian based | 4dgs | neural field | differentiable rendering | gaussian representation | light field | volume rendering | gaussian scene | gaussians | 4d reconstruction | photorealistic rendering | neural implicit',
    weak: 'rendering | psnr | sparse view | render* | photorealistic | 3d reconstruction | multi view | scene reconstruction | primitive',
    not: 'gaussian process | mixture of gaussians',
  },
  'slam-localization': {
    strong:
      'slam | place recognition | visual localization | odometry | loop closure | geo localization | localization and mapping | relocalization | visual inertial | indoor localization | pose graph | geolocalization | state estimation | indoor positioning | factor graph | ego motion | imu | gnss | cross view geo | self localization | map matching | uwb',
    weak: 'localization | pose estimation | kitti | monocular | lidar | keyframe | mapping | positioning | registration',
    not: 'fault localization | object localization | temporal localization | image registration | source localization | anomaly localization | mapping between | mapping function | mapping from | mapping of | deformable registration | mapping network',
    categories: 'cs.RO',
  },
  'depth-geometry': {
    strong:
      '3d reconstruction | pose estimation | camera pose | structure from motion | object pose | 6d pose | surface reconstruction | camera calibration | mesh reconstruction | feature matching | vggt | dust3r | bundle adjustment | feed forward 3d | 6dof pose | shape reconstruction | stereo | image matching | depth | scene reconstruction | human mesh recovery | surface normal | reconstruction from | point map | pointmap | 4d reconstruction | single view reconstruction | dense reconstruction | epipolar | local feature | streaming 3d | signed distance | correspondence | camera parameter | homography | camera intrinsic | occupancy | 3d human pose | keypoint detection | scene completion | geometric foundation model | normal estimation | 3d foundation model | geometry | point tracking | monocular',
    weak: '3d | geometr* | multi view | camera | mesh | dense | point cloud | rgb d | reconstruct* | surface | keypoint | lidar | calibration | spatial',
    not: 'depth of | in depth | image reconstruction | mri reconstruction | geometry problem | geometry of the | network depth | latent geometry | depth wise | stereotype | model depth | geometry of | hyperbolic geometry',
  },
  'point-clouds': {
    strong:
      'point cloud | lidar | 3d object detection | 3d semantic segmentation | 3d scene understanding | point based | voxel | 3d perception | 3d occupancy | scene flow | point transformer | 3d detection | semantic occupancy | occupancy prediction | 3d visual grounding | 3d understanding | open vocabulary 3d | bird eye view | bev',
    weak: '3d | point | scannet | nuscenes | kitti | shapenet',
  },
  'object-detection': {
    strong:
      'detr | yolo | detector | visual grounding | referring expression | bounding box | open vocabulary object | object localization | infrared small target | camouflaged object | open world object | object recognition | yolov8 | counting | detection | yolo11 | yolov11 | object grounding | detect and',
    weak: 'detect* | coco | localization | localize | instance | proposal | object level',
    not: 'anomaly detection | ood detection | out of distribution detection | deepfake detection | edge detection | intrusion detection | fraud detection | change detection | fake news detection | hate speech detection | hallucination detection | outlier detection | event detection | text detector | disease detection | vulnerability detection | cancer detection | fault detection | generated image detection | generated text detection | detection of | emotion detection | misinformation detection | contamination detection | lesion detection | early detection | bias detection | forgery detection | image detection | gui grounding | language grounding | collision detection | failure detection | intent detection',
  },
  segmentation: {
    strong:
      'segmentation | panoptic | sam2 | sam3 | segment | mask prediction | dense prediction | matting | pixel level | promptable | u net | unet | superpixel* | sam | road extraction | salient object | dice',
    weak: 'mask | pixel | miou | boundary | ade20k | delineat* | contour',
    not: 'sharpness aware | video segment | temporal segment | action segmentation | segments of',
  },
  'tracking-motion': {
    strong:
      'tracking | optical flow | human pose | pose estimation | hand pose | hand object interaction | gait | gesture | trajectory prediction | scene flow | human object interaction | 3d human | motion | tracker | dance | smpl | mocap | pedestrian trajectory | skeleton | sign language | 3d pose | event camera | full body | kinematic | human mesh | human movement | locomotion',
    weak: 'trajectory | movement | pose | temporal | joint | occlusion | body | humanoid | character | keypoint',
    not: 'motion planning | object pose | camera pose | camera motion | eye tracking | dialogue state tracking | motion blur | motion planner | camera tracking | state tracking | motion control | 6d pose estimation | camera pose estimation',
  },
  'image-classification': {
    strong:
      'vision transformer | vit | imagenet | image recognition | visual recognition | vision backbone | convolutional neural network | cnn | resnet | convnet | image classifier | fine grained recognition | long tailed | object recognition | scene recognition | convolutional network | cifar | image encoder | vision mamba | visual backbone | vision model | visual encoder | classification | deep convolutional | transfer learning | efficientnet | feature upsampling | deep residual | mnist | generalized category discovery | class imbalance | class imbalanced | image categorization | dinov2',
    weak: 'classif* | accuracy | recognition | classifier | convolution* | softmax | category | visual feature | deep learning | class | vision foundation model | vision encoder | convolution',
    not: 'text classification | graph classification | node classification | sequence classification | time series classification | sentiment classification | audio classification | emotion classification | document classification | intent classification | speech recognition | activity recognition | action recognition | emotion recognition | fine grained control | fine grained understanding | fine grained perception | fine grained visual | fine grained analysis | place recognition | entity recognition | fine grained evaluation | fine grained reward | fine grained detail | fine grained spatial | fine grained temporal | fine grained reasoning | fine grained motion | fine grained annotation | text recognition | face recognition',
  },
  'image-restoration': {
    strong:
      'super resolution | denoising | deblurring | low light | image enhancement | image compression | deraining | dehazing | low level vision | restoration | inverse problem | video compression | neural compression | image reconstruction | underwater image | image fusion | demosaicing | hdr | reflection removal | upscaling | shadow removal | image quality | video enhancement | compressed sensing | deconvolution | raw image | burst | infrared and visible | quality assessment | upsampling | video coding | degradation | pansharpening | computational imaging | blur | rain | frame interpolation | high dynamic range | haze | implicit neural representation | plug and play | single pixel imaging | white balance | noise removal',
    weak: 'degraded | psnr | ssim | low quality | noise | artifact | perceptual | high resolution | blind | ill posed',
    not: 'denoising diffusion | denoising step | denoising process | denoising network | performance degradation | model degradation | speech enhancement | quality degradation | denoising trajectory | battery degradation | denoising timestep | iterative denoising',
    categories: 'eess.IV',
  },
  'video-understanding': {
    strong:
      'video understanding | action recognition | video question answering | temporal grounding | video llm | video language | video reasoning | video captioning | video large language model | temporal localization | temporal action | moment retrieval | videoqa | long video | video mllm | streaming video | activity recognition | video summarization | video qa | video multimodal | video retrieval | video benchmark | video anomaly detection | video classification | video recognition | temporal reasoning | video segmentation | egocentric | action segmentation | video comprehension | video text | video representation | temporal understanding | sports video | video analysis | keyframe selection | frame selection | instructional video | sign language | online video | video based | surgical video | human action | procedural video | first person video | skeleton based action | video caption* | video analytics',
    weak: 'video | temporal | frame | clip | activity | event | action | temporally | streaming | keyframe | long form',
    not: 'video generation | text to video | video diffusion | video editing | video synthesis | video game | video super resolution | video generative | video generation model | generated video | action chunk* | video restoration | video model | vision language action | video diffusion model',
  },
  'face-person': {
    strong:
      'facial | face | re identification | reid | biometric* | gaze | talking head | fingerprint | iris | identity preserving | portrait | re id | head avatar | person retrieval | lip sync | age estimation | eye tracking | emotion recognition | deepfake | text based person | head pose | speaker verification | virtual try on | pedestrian | human identity | human avatar',
    weak: 'identity | expression | person | head | avatar | emotion | eye | lip | human centric',
    not: 'face challenge | face significant | faced with | interface | hugging face | often face | models face | methods face | still face | approaches face | face the | face several | face a | face two | face major | face critical | they face | face unique | existing methods face | facing | face severe | systems face | face in | face an | in the face',
  },
  'document-ocr': {
    strong:
      'ocr | chart | optical character recognition | handwrit* | scene text | text recognition | document | table structure recognition | pdf | text detection | invoice | infographic | slide | table extraction | docvqa | manuscript | chartqa | scanned | data visualization | diagram | presentation generation | scientific figure | mathematical expression recognition',
    weak: 'layout | table | page | archive',
    not: 'document classification | long document summar* | document summarization | retrieved document | multi document | relevant document | we document | document collection | whole slide | document that',
  },
  'medical-imaging': {
    strong:
      'medical image | medical imaging | radiology | pathology | mri | ct | x ray | ultrasound | histopathology | whole slide image | radiograph | endoscop* | mammograph* | fundus | retinal | magnetic resonance imaging | lesion | medical vision language | medical vlm | pet | dermatolog* | dermoscop* | oct | echocardiograph* | cancer detection | microscopy | biomedical image | surgical | tomography | cardiac | polyp | retinopathy | anatomical | medical visual question answering | radiomics | cbct | dental | breast cancer | medical vqa | multimodal medical | prostate | organ | tumor | neuroimaging | angiograph* | biopsy | biomedical imaging | colonoscopy | image registration | cell segmentation | ophthalm* | surgery | medical foundation model | alzheimer* | liver | lung | fetal | histolog* | imaging | cancer',
    weak: 'clinical | medical | diagnos* | patient | anatomy | radiologist | disease | scan | slide | volumetric | healthcare | dice',
    not: 'self organ*',
    categories: 'eess.IV q-bio.QM',
  },
  'remote-sensing': {
    strong:
      'remote sensing | satellite | earth observation | hyperspectral | geospatial | synthetic aperture radar | sar | land cover | sentinel 2 | land use | aerial | multispectral | change detection | drone image* | optical imagery | earth science | geo localization | sentinel 1 | landsat | uav | urban | street view | wildfire | pansharpening | geolocation | earth embedding | remotely sensed | geographic*',
    weak: 'spectral | drone | orbit | climate | radar | elevation',
    not: 'satellite communication | urban driving',
  },
  'autonomous-driving': {
    strong:
      'driving | motion forecasting | nuscenes | trajectory prediction | bird eye view | lane detection | bev | driver | vehicle | adas | end to end autonomous | v2x | waymo | carla | traffic | cooperative perception | collaborative perception | trajectory planning | autonomous racing | road | navsim | occupancy prediction | highway | intelligent transportation | hd map',
    weak: 'lidar | pedestrian | ego | planner | collision | scene | safety critical | perception | long tail',
    not: 'vehicle routing | electric vehicle | unmanned aerial vehicle | key driver | driving the | drivers of | on the road | driven by',
    categories: 'cs.RO',
  },
};
