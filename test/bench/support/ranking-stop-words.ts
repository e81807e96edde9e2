/** English words without a subject, for the baselines: they have a list of their own, so that ours may change. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above across after afterwards again against all almost alone along already also although always am among amongst an and another any ' +
    'anyhow anyone anything anyway anywhere are around as at back be became because become becomes been before beforehand behind being below beside ' +
    'besides between beyond both bottom but by call can cannot cant co could couldnt de describe detail did do does doing done down due during each ' +
    'eg eight either eleven else elsewhere empty enough etc even ever every everyone everything everywhere except few fifteen fill find first five for ' +
    'former formerly forty found four from front full further get give go had has have having he hence her here hereafter hers herself him himself his ' +
    'how however hundred i ie if in inc indeed interest into is it its itself just keep last latter least less ltd made many may me meanwhile might mine ' +
    'more moreover most mostly move much must my myself name namely neither never nevertheless next nine no nobody none noone nor not nothing now nowhere ' +
    'of off often on once one only onto or other others otherwise our ours ourselves out over own part per perhaps please put rather re same see seem ' +
    'seemed seeming seems serious several she should show side since six sixty so some somehow someone something sometime sometimes somewhere still such ' +
    'system take ten than that the their them themselves then thence there thereafter thereby therefore these they thick thin third this those though ' +
    'three through throughout thru thus to together too top toward towards twelve twenty two un under until up upon us very via was we well were what ' +
    'whatever when whence whenever where whereas whereby wherein wherever whether which while who whoever whole whom whose why will with within without ' +
    'would yet you your yours yourself'
  ).split(' '),
);
