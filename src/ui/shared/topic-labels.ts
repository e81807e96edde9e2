/** What readers see for a topic id. From the labels alone: definitions and patterns would triple these pages' weight. */
export { topicLabel, topicShort } from '../../topics/labels.ts';
