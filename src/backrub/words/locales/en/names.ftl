# Names of things, as people say them. No name of a muscle, no figure that a hand cannot feel.

## Techniques
technique-resting-hands = resting hands
technique-effleurage = long strokes
technique-petrissage = kneading
technique-knuckle-circles = knuckle circles
technique-gutter-glide = slow glide
technique-blade-circles = round the blade
technique-tender-spot-hold = still hold
technique-waist-spread = spreading the low back
technique-side-pull = side pulls
technique-feather-strokes = feather strokes
technique-tapotement = cupped tapping
technique-clothed-rub = rub through the shirt
technique-hug-rub = rub in a hug
technique-caress = slow stroking
technique-palm-press = press and release

## Areas: seven places people see, and what puts some of them together
area-shoulders = shoulders
area-between-blades = between the blades
area-lower-trapezius = below the blades
area-blades = round the blades
area-gutters-upper = beside the spine, upper
area-gutters-lower = beside the spine, lower
area-gutters = beside the spine
area-sides = sides
area-waist = low back, above the hips
area-neck-base = base of the neck
area-whole-back = whole back
area-upper-back = upper back
area-lower-back = low back
area-anywhere = where it is tender

## Sides are the receiver's own
side-left = left
side-right = right
side-both = both sides

## What of the hand touches
contact-palms = palms
contact-heels = heels of the hands
contact-knuckles = flat knuckles
contact-forearms = soft of the forearm
contact-whole-hand = whole hand
contact-finger-pads = flat fingers
contact-finger-tips = fingertips
contact-thumbs = thumbs, braced
contact-cupped-hands = cupped hands

## Pressure: the word, what the receiver feels, what the giver does
pressure-0 = no weight
pressure-1 = barely there
pressure-2 = light
pressure-3 = gentle
pressure-4 = comfortable
pressure-5 = firm
pressure-6 = strong
pressure-7 = strong, a good hurt
pressure-8 = too much
pressure-9 = it hurts
pressure-10 = stop
pressure-1-feel = like breath on the skin
pressure-2-feel = like cream being smoothed on
pressure-3-feel = a calm hand, unhurried
pressure-4-feel = a warm hand with some weight in it
pressure-5-feel = a proper rub one could doze off in
pressure-6-feel = deep and welcome, the breath goes easily
pressure-7-feel = at the edge, and still breathing into it
pressure-8-feel = wanting to tense up or hold the breath
pressure-9-feel = it hurts
pressure-10-feel = stop
pressure-1-do = only the skin is touched
pressure-2-do = the hand's own weight, relaxed
pressure-3-do = the forearm's weight comes in
pressure-4-do = the whole arm heavy, no push
pressure-5-do = a little lean from the hips
pressure-6-do = straight arms and a slow lean
pressure-7-do = sink, wait, keep still
pressure-8-do = half the weight off, at once
pressure-9-do = flat hand, no weight
pressure-10-do = hands away

## Parts of a rub
phase-prepare = get ready
phase-open = arrive
phase-warm-up = warm up
phase-work = work
phase-finish = finish
phase-aftercare = afterwards

## On what, with what, how
surface-mat = mat
surface-table = table
surface-bed = bed
surface-chair = chair
glide-oil = oil
glide-lotion = lotion
glide-dry = dry hands
glide-clothed = through clothes
position-prone = lying on the front
position-seated = sitting
position-side-lying = lying on one side
position-hug = in a hug
place-hip = by the hips, facing the head
place-beside = beside the ribs
place-across = facing across
place-head-end = at the head
place-behind = behind
relation-partners = partners
relation-friends = friends
relation-family = family
talk-guide = lead me through it
talk-quiet = say little
talk-nearly-silent = nearly silent
intention-unwind = unwind
intention-comfort = comfort
intention-closeness = closeness
intention-sore = sore places
intention-wake = wake up
intention-sleep = drift off
intention-practise = practise
