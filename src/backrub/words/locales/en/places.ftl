# Where a point of the back is, what lies there, and the words on a drawn map. Written for reading, not said in a rub:
# the names of muscles and bones stand here and nowhere else.

## Where a point is. $down counts fingers below the mark, negative above.
where-on-spine = on the spine, { where-height }
where-beside-spine = { $fingers ->
    [1] one finger
    [2] two fingers
    [3] three fingers
   *[other] a hand’s breadth
} { $side ->
    [left] left
   *[right] right
} of the spine, { where-height }
where-far-out = { $halves ->
    [2] a hand
    [3] a hand and a half
    [4] two hands
    [5] two hands and a half
   *[other] three hands
} { $side ->
    [left] left
   *[right] right
} of the spine, { where-height }
where-off-back = off the back
where-level = beside { $level }
where-height = { $down ->
    [-4] a hand above { where-mark }
    [-3] three fingers above { where-mark }
    [-2] two fingers above { where-mark }
    [-1] one finger above { where-mark }
    [0] level with { where-mark }
    [1] one finger below { where-mark }
    [2] two fingers below { where-mark }
    [3] three fingers below { where-mark }
    [4] a hand below { where-mark }
   *[other] more than a hand away from { where-mark }
}
where-mark = { $mark ->
    [neck-bone] the big bone at the base of the neck
    [blade-root] the inner end of the blade’s ridge
    [blade-corner] the lower corner of the blade
    [last-ribs] the tip of the last rib
    [hip-bones] the top of the hip bones
   *[dimples] the dimples
}

## What lies there, from the skin inward
structure-trapezius-upper = upper trapezius
structure-trapezius-middle = middle trapezius
structure-trapezius-lower = lower trapezius
structure-deltoid-back = deltoid, back part
structure-latissimus = latissimus dorsi
structure-levator = levator scapulae
structure-rhomboid-minor = rhomboid minor
structure-rhomboid-major = rhomboid major
structure-infraspinatus = infraspinatus
structure-teres-minor = teres minor
structure-teres-major = teres major
structure-erector-spinae = erector spinae
structure-quadratus-lumborum = quadratus lumborum
structure-scapula = shoulder blade
structure-last-rib = last rib
structure-iliac-crest = hip-bone edge
structure-sacrum = sacrum

## Places with limits of their own
zone-spine = the spine
zone-blade-ridge = the ridge of the blade
zone-blade-border = the inner border of the blade
zone-blade-lower-corner = the lower corner of the blade
zone-shoulder-point = the point of the shoulder
zone-hip-edge = the edge of the hip bone
zone-kidneys = over the kidneys
zone-kidneys-beside = over the kidneys, beside the long muscles
zone-last-ribs = the last ribs
zone-sacrum = the flat bone below the low back
zone-neck-base = the base of the neck
zone-neck-side = the side of the neck
zone-collar-hollow = the hollow above the collar bone
zone-armpit = the armpit
zone-breast = in front of the side seam
zone-tailbone = the tailbone
zone-personal = a place of their own

## How somebody lies, sits or stands
posture-prone = face down, arms beside the body
posture-prone-arms-up = face down, arms up on rests
posture-seated-forward = seated, leaning forward on a support
posture-side-lying = on the side, upper arm in front
posture-standing = standing upright

## The drawn map
map-title = The back
map-description = A back seen from behind, { $posture }. What lies on the right of the picture is the receiver’s right. The places to work are outlined; where not to press is hatched, where to go lightly is dotted.
map-no-press = no pressing: spine, blade edges, hip-bone edge
map-caution = go lightly: last ribs and kidneys, sacrum
map-personal = left alone
map-technique = { $technique }: one stroke at its own pace
map-routine = Where hands go over the whole rub
map-coverage = the stronger the colour, the longer the hands are there
map-pressure = { $least } to { $most }: how it is felt, of 10

## A stroke that cannot be done here
cannot-not-there = This stroke is not for that place.
cannot-not-from-here = This stroke cannot be done from there.
cannot-one-side-at-a-time = From there this stroke reaches one side at a time.
cannot-not-this-contact = That part of the hand is not for this stroke there.
cannot-no-room = There is no room for it between the bones.
cannot-left-alone = A place to be left alone is in the way.
