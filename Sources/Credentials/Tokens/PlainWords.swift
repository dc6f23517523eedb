/// Everyday words for passwords that people read out and type: four to eight letters, no two alike, none that belongs to
/// the work this software is for.
enum PlainWords {
    /// In alphabetical order.
    static let all: [String] = list.split(whereSeparator: \.isWhitespace).map { String($0) }

    private static let list = """
        acorn actor alarm album alpine amber anchor angle ankle answer apple apron arcade arch arena arrow artist
        aspen atlas attic autumn avenue badge badger bagel baker balcony ballet balloon bamboo banana banjo banner
        barley barn barrel basil basin basket beach beacon beaver bedroom beetle bench berry bicycle birch biscuit
        blanket blossom blouse board boat bonnet book border bottle boulder bouquet bowl bracket branch bread breeze
        brick bridge broom brother brush bubble bucket buckle buffalo bugle bundle butter button cabbage cabin cactus
        camel camera canal canary candle canoe canvas canyon captain caravan cargo carpet carrot carton castle cattle
        cavern cedar cellar cello ceramic chalk channel chapel chapter cheese cherry chess chestnut chicken chimney
        cinema circle circus citrus city clarinet clay cliff clock cloud clover coach coast cobbler coconut collar
        colour comet compass concert copper coral corner cottage cotton cousin cradle crane crayon cricket crocus
        crown crystal cuckoo cupboard curtain cushion cycle cymbal daffodil dairy daisy dance dancer dawn decade deck
        deer delta denim desert desk diamond diary dinner dolphin domino donkey door dragon drawer drawing dream dress
        drum duchess duck eagle earth easel echo eclipse eight elbow elder elephant ember emerald engine engineer
        envelope equator evening fabric falcon family farm farmer feather fence fern ferry fiddle field fifteen finch
        finger fireside fish flag flamingo flannel flask fleece flower flute forest fork forty fossil fountain freckle
        friday frost fruit furrow galaxy gallery gallop garage garden garlic garnet gate gazelle geese geyser ginger
        giraffe glacier glider globe glove goblet goldfish goose gorilla granite grape gravel gravy guitar gull
        gymnast hamlet hammer hammock hamster handle harbour harp harvest haven hazel heather hedge hedgehog helmet
        heron hexagon hiker hill hinge hippo holiday holly honey hood horizon horse hotel house hundred iceberg icicle
        igloo indigo inlet island ivory jacket jaguar january jasmine jelly jersey jewel jigsaw jockey journal journey
        july jumper june jungle juniper kayak kennel kestrel kettle keyhole kilt kingdom kitchen kite kitten kiwi
        koala ladder ladle lagoon lake lamb lamp lantern larch lark lasso laundry lavender lawn leaf leather lemon
        lemur lentil leopard letter lettuce library lilac lily linen lion lizard llama lobby lobster locket lodge loft
        lorry lotus lunch lupin magnet magpie mammoth mandolin mango mantle maple marble march margin marigold market
        marmot marsh mask meadow medal melody melon merlin metal meteor midday midnight milk mill mimosa mineral
        minute mirror mitten mocha model monday monkey month moose morning mosaic moss motor mountain mouse muffin
        mulberry mural museum music mustard napkin narwhal nectar nephew nest nettle nickel niece nimbus ninety noodle
        north notebook novel november nutmeg oasis oatmeal oboe ocean octave october olive omelette onion opal opera
        orange orbit orchard orchid organ osprey ostrich otter oval oven oyster paddle padlock page paint palace
        palette palm panda pansy panther paper parade parcel parrot parsley parsnip pasta pastel pasture path peach
        peacock peanut pear pebble pelican pencil penguin pepper petal piano pickle picnic picture pigeon pillow pine
        pioneer planet plaster plate plum pocket poem poet polar pond pony poplar porch portrait postcard potato
        pottery prairie pretzel primrose prism puddle puffin pumpkin puppet puppy puzzle pyramid quail quarry quartz
        quaver queen quilt quince quiver rabbit raccoon radio radish rafter rainbow raisin ranch raven reed reef
        reindeer relay ribbon rice riddle river robin rocket rooster rope rose rowing ruby rucksack ruler runner
        saddle sail salad salmon sandal sandwich sapphire sardine satchel saturn saucer sauna scarf school scooter
        screen sculptor seal season seaweed second seven shadow shark shed sheep shelf shell shepherd shirt shoe shore
        shovel shower silk silver singer sister sixteen sketch skipper skirt slate sleigh slipper snail snow sock sofa
        soil soldier sonata soup south spaniel spark sparrow spider spinach spiral spire spring spruce square squid
        squirrel stable stadium starfish statue steam steeple stencil stitch stocking stone stool stork storm story
        stream street string studio suitcase summer summit sunday sunset swallow swan sweater swift swing table
        tadpole tailor talent tango tapestry tartan teacher teacup teapot temple tennis tent terrace theatre thimble
        thirty thistle thread throne thrush thunder ticket tiger tile timber toast tomato topaz torch tortoise toucan
        towel tower tractor trail train treasure tree triangle trolley trombone trophy trout trumpet trunk tulip
        tundra tunnel turnip turtle twelve twenty twig twilight umbrella uncle unicorn uniform universe upland valley
        vanilla velvet verse vest village vine vineyard viola violet violin volcano voyage waffle wagon waist waiter
        wallet walnut walrus waltz warbler wardrobe water wave weasel weaver weekend whale wharf wheat wheel whisker
        whistle willow window winter wizard wolf wombat wonder wool wren wrist writer yacht yard yarn yellow yoghurt
        zebra zenith zigzag zinc zipper
        """
}
