/** 256 plain words that are hard to mishear for one another: one byte each. Their order is part of the protocol. */
const list = `
acorn album alley amber anchor angle apple apron arrow atlas attic autumn badge bagel ballad bamboo banjo barley
basket beacon bench berry bicycle birch biscuit blanket blossom bonnet border bottle boulder branch bread bridge
broom bucket butter button cabin cactus camel candle canoe canvas canyon captain carpet carrot castle cedar celery
chalk cheese cherry chimney cinema circle citrus clarinet clover cobalt coffee comet compass copper coral cotton
cradle crayon cricket crystal curtain daisy desert dolphin donkey dragon drawer eagle easel echo elbow ember engine
fabric falcon farmer feather fender fern fiddle field finch flame flute forest fossil fountain garden garlic gazelle
geyser ginger glacier globe goblet gondola granite grape guitar hammer harbor harvest hazel hedge helmet heron honey
horizon hotel igloo insect iris island ivory jacket jasmine jewel jigsaw jungle kayak kettle kitchen kite ladder
lagoon lantern laurel lemon library lily lizard lobster lotus lumber magnet mango maple marble meadow melon mirror
mitten monsoon mosaic mountain muffin museum mustard napkin nectar needle nest nutmeg oasis ocean olive onion opera
orange orchard otter oven oyster paddle palace panda paper parrot pasta pebble pelican pencil pepper piano pillow
pilot planet plum pocket poppy potato prairie puzzle quartz quilt rabbit radio raft rainbow raven ribbon river robin
rocket saddle saffron salad sandal satin scarf school season shadow shell silver sketch spider spoon stable station
stone sugar summer sunset table teapot temple thunder ticket tiger timber tomato towel tractor trumpet tulip tunnel
turtle umbrella valley vanilla velvet village violin volcano wagon walnut water whale wheel willow window winter
wizard zebra
`;

const words: readonly string[] = list.trim().split(/\s+/);

/** Number of the room's words: 48 bits, so one chance in 280 million million to meet by accident. */
const length = 6;

/** A few words for some bytes, to be read aloud and compared. */
export function inWords(bytes: Uint8Array): readonly string[] {
  return [...bytes.subarray(0, length)].map((byte) => words[byte] ?? '');
}
