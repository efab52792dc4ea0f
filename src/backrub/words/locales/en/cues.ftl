# What the coach says. Both people hear every line: nothing blames, judges, names a muscle or gives a speed.
# A line has at most twelve words; session/script/catalogue.py gives each its own length, and tests count.
# Left and right are the receiver's. `near` is how the giver sees the worked side from where they are.

## Pieces that other lines are made of; a language may build its lines quite differently
lead-in = { $lead ->
    [stroke] When this stroke ends,
    [now] Now
   *[then] Then
}
their-side = { $side ->
    [left] their left
    [right] their right
   *[both] both sides
}
side-tail = { $near ->
    [near] , near side, { their-side }
    [far] , far side, { their-side }
    [upper] , the upper side
   *[none] { $side ->
        [left] , their left
        [right] , their right
       *[both] { "" }
    }
}
# Lying on one side, all of the back that can be reached is the upper side.
whole-tail = { $near ->
    [upper] { "" }
   *[none] { side-tail }
}
the-shoulder = { $near ->
    [near] the near shoulder, { their-side }
    [far] the far shoulder, { their-side }
    [upper] the upper shoulder
   *[none] { $side ->
        [left] their left shoulder
        [right] their right shoulder
       *[both] both shoulders
    }
}
the-blade = { $near ->
    [near] the near shoulder blade, { their-side }
    [far] the far shoulder blade, { their-side }
    [upper] the upper shoulder blade
   *[none] { $side ->
        [left] their left shoulder blade
        [right] their right shoulder blade
       *[both] both shoulder blades
    }
}
the-side = { $near ->
    [near] the near side, { their-side }
    [far] the far side, { their-side }
    [upper] the upper side
   *[none] { $side ->
        [left] their left side
        [right] their right side
       *[both] both sides
    }
}
place-worked = { $area ->
    [shoulders] { the-shoulder }
    [blades] { the-blade }
    [sides] { the-side }
    [between-blades] between the blades{ side-tail }
    [lower-trapezius] below the blades{ side-tail }
    [gutters-upper] beside the spine{ side-tail }
    [gutters] beside the spine{ side-tail }
    [gutters-lower] the low back{ side-tail }
    [lower-back] the low back{ whole-tail }
    [waist] the low back{ side-tail }
    [neck-base] the neck's base{ side-tail }
    [upper-back] the upper back{ whole-tail }
    [whole-back] the whole back{ whole-tail }
   *[anywhere] where it is tender
}
# Places named by where they lie want no "over".
over-worked = { $area ->
    [between-blades] { place-worked }
    [lower-trapezius] { place-worked }
    [gutters-upper] { place-worked }
    [gutters] { place-worked }
   *[whole-back] over { place-worked }
}
what-next = { $technique ->
    [effleurage] long strokes { over-worked }
    [petrissage] knead { place-worked }
    [knuckle-circles] { $area ->
        [shoulders] knuckle circles on { the-shoulder }
       *[gutters-upper] knuckles { place-worked }
    }
    [gutter-glide] { $area ->
        [gutters-lower] smooth { place-worked }
       *[gutters-upper] glide { place-worked }
    }
    [blade-circles] circle { place-worked }
    [waist-spread] spread { place-worked }
    [side-pull] draw in { the-side }
    [tapotement] cupped hands: light taps { over-worked }
    [clothed-rub] rub { place-worked }
    [caress] { $side ->
        [both] slow strokes { over-worked }
       *[left] sweep { place-worked }
    }
    [palm-press] press { place-worked }
   *[other] { place-worked }
}
seven-at-most = { $ceiling ->
    [4] four
    [5] five
    [6] six
   *[7] seven
}

## Before the first touch: under half a minute of words
prepare-lie = { $position ->
    [seated] Sit facing a chair back or table, chest on a pillow.
    [side-lying] Lie on your side: pillow under the head, another between the knees.
   *[prone] Lie on your front, something soft under forehead and ankles.
}
prepare-words = Softer, firmer, stay, stop: say any of them at any time.
prepare-hands = { $glide ->
    [clothed] Rings and watch off. Smooth the shirt flat.
    [dry] Rings and watch off, sleeves up.
    [lotion] Rings off. Lotion within reach of one hand.
   *[oil] Rings off. Oil within reach of one hand.
}
prepare-place = { $position ->
    [seated] Stand or sit close behind them, elbows low.
    [side-lying] Settle close behind them, with something soft under you.
   *[prone] { $surface ->
        [table] Stand by their hips, facing their head, one foot ahead.
        [bed] Stand or kneel by their hips, facing their head.
        [low] Sit on something low by their hips, facing their head.
       *[mat] Kneel on something soft by their hips, facing their head.
    }
}
prepare-ask = Ask where not to go. Above the waistband, or lower?
prepare-warm = Rub your palms warm; say they are coming.
prepare-ready = Both ready? Touch the screen, or any key.
prepare-hug = Ask first, in your own words. Only a yes counts.
prepare-hug-end = Nothing will be said in it. Let go when they do.

## What to see to beforehand: shown with the plan
check-room = A warm room. Whoever is cold stays tense.
check-nails = Short nails, rings and watch off, hair tied back.
check-glide = { $glide ->
    [clothed] A thin shirt, smoothed flat; straps and seams are gone round.
    [dry] Dry, warm hands. If the skin drags, oil is kinder.
    [lotion] { $nuts ->
        [yes] A rich lotion without nut or sesame oil, in reach of one hand.
       *[no] A rich lotion, nothing watery, in reach of one hand. Ask about allergies.
    }
   *[oil] { $nuts ->
        [yes] Oil without nuts or sesame: sunflower or rapeseed, in reach of one hand.
       *[no] Oil that keeps its glide, nothing watery, in reach of one hand. Ask about nut allergy.
    }
}
check-surface = { $surface ->
    [bed] A mattress swallows the weight: lie near the edge, lean slowly. A mat is better.
   *[mat] A firm mat or rug, rather than a mattress that swallows the weight.
}
check-support = { $position ->
    [seated] A pillow between chest and chair back or table, both feet flat.
    [side-lying] A pillow under the head, one between the knees, one to hug.
   *[prone] Something soft under the forehead or chest so the face is free, a roll under the ankles.
}
check-cover = A blanket or towel over the rest, tucked in at the waistband; below only if they say so.
check-towel = A towel in reach, for hands afterwards.
check-place = { $position ->
    [seated] Stand or sit behind, close, so that your arms can hang heavy.
    [side-lying] Sit or kneel behind, close, on something soft.
   *[prone] { $surface ->
        [table] Stand by the hips, one foot ahead, so that leaning does the work.
        [bed] Stand or kneel by the hips, something soft under a knee, so that leaning does the work.
        [low] Something low to sit on, by their hips, so that leaning does the work.
       *[mat] A cushion under your knees, by their hips, so that leaning does the work.
    }
}
check-ask = Ask where not to go. “Softer, firmer, stay, stop” may be said at any time, without a reason.

## Changes, said before they come
next-stroke = { lead-in } { what-next }.
next-other-side = { $near ->
    [near] { lead-in } the same on the near side, { their-side }.
    [far] { lead-in } the same on the far side, { their-side }.
    [upper] { lead-in } the same on the upper side.
   *[none] { lead-in } the same on { their-side }.
}
next-feather = { $contact ->
    [palms] { lead-in } flat hands, hardly there, drifting down.
   *[finger-tips] { lead-in } fingertips alone, drifting down.
}
next-smooth = { lead-in } smooth that away with long strokes.
next-rest = { lead-in } rest both hands, and keep them still.
next-hold = { lead-in } look for one tender spot together.
move-to = { $station ->
    [head] { lead-in } move to their head. One hand stays.
    [behind] { lead-in } move behind them. One hand stays.
    [left] { lead-in } move to their left side. One hand stays.
    [right] { lead-in } move to their right side. One hand stays.
   *[hip] { lead-in } move back to their hips. One hand stays.
}
move-change-knees = { $stance ->
    [kneel] Shift a knee if you like. One hand stays.
    [sit] Shift your seat if you like. One hand stays.
   *[stand] Shift your feet if you like. One hand stays.
}
turn-head = Turn your head to the other side, if you like.
turn-over = Time to roll to the other side. No hurry.
turn-over-help = Move the pillows along: head, between the knees, one to hug.
turn-over-back = Settled? One warm hand back first, and wait for a breath.
sit-up = { $position ->
    [seated] A pause now. Stretch, or just shift about.
   *[prone] A pause now. Sit up slowly, or just shift about.
}
sit-up-back = When you are both comfortable: hands back, and rest a moment.
oil-first = { $glide ->
    [lotion] One hand stays. Lotion into the other palm, and warm it.
   *[oil] One hand stays. Oil into the other palm, and warm it.
}
oil-more = { $glide ->
    [lotion] Does the skin drag? A little more lotion; one hand stays.
   *[oil] Does the skin drag? A little more oil; one hand stays.
}
ask-pressure = Ask: softer, firmer, or just right?
ask-here = Ask how this is: softer, firmer, or just right?
ask-as-written = Ask: { $text }

## What the hands do
how-resting-hands = { $area ->
    [shoulders] Lay a hand on each shoulder. Rest there.
    [blades] Lay a hand on each shoulder blade. Rest there.
    [upper-back] Lay both hands on the upper back. Rest there.
    [between-blades] Lay both hands between the blades. Rest there.
    [lower-back] Lay both hands on the low back. Rest there.
   *[whole-back] { $position ->
        [seated] Lay a hand on each shoulder. Rest there.
        [side-lying] Lay one hand between the blades, the other on the hip.
       *[prone] Lay one hand between the blades, the other low. Rest there.
    }
}
how-resting-hands-weight = Let them be heavy. Nothing to press, nothing to do.
how-resting-hands-breath = Wait for three slow breaths of theirs.
how-effleurage = { $place ->
    [head-end] Palms on the shoulder tops, one each side of the spine.
    [behind] { $side ->
        [both] Palms flat, one each side of the spine. The bone stays free.
       *[left] Palms low, beside the spine. The bone stays free.
    }
   *[hip] { $area ->
        [upper-back] Palms below the blades, one each side of the spine.
        [lower-back] Palms above the hips, one each side of the spine.
       *[whole-back] Palms low, one each side of the spine. The bone stays free.
    }
}
how-effleurage-out = { $place ->
    [head-end] Glide down towards the waist, as slowly as a long breath.
   *[hip] { $area ->
        [lower-back] Glide up as far as the ribs, as slowly as a breath.
        [gutters] Glide up beside the spine, as slowly as a long breath.
       *[whole-back] Glide up to the shoulders, as slowly as a long breath.
    }
}
how-effleurage-home = { $place ->
    [head-end] Part the hands, and home along the sides, light as cloth.
   *[hip] { $area ->
        [lower-back] Part the hands, and home along the sides, light as cloth.
        [gutters] Part the hands, and home a little outside, light as cloth.
       *[whole-back] { $side ->
            [both] Round the shoulders, and home along the sides, light as cloth.
           *[left] Round the shoulder, and home along the side, light as cloth.
        }
    }
}
how-petrissage = { $contact ->
    [heels] Heels of the hands: push and roll the muscle, slowly.
   *[whole-hand] Take the muscle in your whole hand: lift, squeeze, let go.
}
how-knuckle-circles = { $area ->
    [shoulders] Loose fist. Small, slow circles along the top of the shoulder.
   *[gutters-upper] Loose fist. Small, slow circles in the soft strip beside the spine.
}
how-gutter-glide = { $contact ->
    [knuckles] Loose fist beside the spine. Glide, two breaths long.
    [forearms] Soft of your forearm beside the spine. Glide, two breaths long.
   *[heels] Heel of the hand beside the spine. Glide, two breaths long.
}
how-blade-circles = { $area ->
    [between-blades] { $contact ->
        [palms] Flat palm circles between spine and blade. Both bones stay free.
        [heels] Heel of the hand circles between spine and blade, off both.
       *[finger-pads] Flat fingers circle between spine and blade. Both bones stay free.
    }
   *[blades] { $contact ->
        [finger-pads] Flat fingers go round the blade's edge. Its ridge stays free.
        [heels] Heel of the hand goes round the blade. Its ridge stays free.
       *[palms] Flat palm goes round the blade. Its ridge stays free.
    }
}
how-waist-spread = Palm beside the spine, just above the hip. Slide outwards, slowly.
how-side-pull = Reach across. Draw the side towards you, hand after hand.
how-tapotement = Let the cups drop and bounce, hollow, from loose wrists.
how-clothed-rub = Flat palm. Shirt and skin move together, in slow round circles.
how-caress = Whole hand, warm and flat. Slower than seems natural.
how-palm-press = Palm down. Sink in as they breathe out; then let go.
care-petrissage = { $area ->
    [shoulders] Fingertips stay behind, off the hollow above the collarbone.
   *[sides] A full hand, slow as with dough. Never a pinch.
}
care-knuckle-circles = Wrist straight. A few circles, then on by a finger's width.
care-gutter-glide = { $area ->
    [gutters-lower] Go lighter here: there are no ribs beneath.
    [gutters] Lighter over the small of the back, where no ribs are.
   *[gutters-upper] If you feel bone, move outwards, into the soft.
}
care-blade-circles = Your other hand steadies the shoulder. Stay clear of the armpit.
care-waist-spread = Slide away, never downwards. A tingle in a leg: leave it.
care-side-pull = Ticklish? Slower and flatter. Or leave it out.
care-clothed-rub = Go round seams and straps; the other hand steadies.
care-palm-press = No bounce. One palm's width further on each time.
care-caress = If it tickles: more palm, and slower still.
again = Once more, just the same way.
posture = { $technique ->
    [effleurage] { $stance ->
        [kneel] Long arms. Rock from your hips; let your weight do it.
        [stand] Long arms. Sway from your feet; let your weight do it.
       *[behind] Shoulders loose. Let both arms hang into the stroke.
    }
    [petrissage] Loose elbows. Squeeze with the arms, hardly with the fingers.
    [knuckle-circles] { $stance ->
        [behind] Long wrist. Let the fist's own weight do it.
       *[kneel] Shoulder over fist. Lean a little; never grind.
    }
    [gutter-glide] { $stance ->
        [kneel] One foot flat, one knee down. Tip forward, slowly.
        [stand] One foot ahead. Tip forward from the ankles, slowly.
       *[behind] Elbow low. Let the forearm's weight do it.
    }
    [blade-circles] Elbow loose. The whole arm draws the circle.
    [waist-spread] Long arms. Your weight moves across, and the hands follow.
    [side-pull] Long arms. Rock back, and the hands come with you.
    [caress] Breathe out. The arm swings loosely from the shoulder.
    [clothed-rub] Shoulders down. Let the whole arm draw the circle.
    [palm-press] { $stance ->
        [behind] Elbows soft. Only hands and forearms give weight.
       *[kneel] Arms straight, shoulders over hands. Rock in, rock back.
    }
   *[other] Shoulders down, jaw loose, breathe.
}
weight = { $technique ->
    [petrissage] { $level ->
        [3] Hold it softly, a gentle handful.
        [4] A warm, full squeeze, nothing forced.
        [5] A firm, full squeeze, as slow as ever.
       *[6] A strong squeeze, slow, with easy breath.
    }
   *[other] { $level ->
        [3] Let the forearm's weight come in.
        [4] The whole arm heavy now. No push.
        [5] A little lean from the hips now.
       *[6] Arms straight, and lean in slowly.
    }
}
ramp-long = A touch more weight going out. Coming home, none.
breath-pace = Find their breathing, and let it set the speed.
change-path = Take another line now; let it wander.

## The finish
finish-lighter = Each one a little lighter than before.
finish-slower = Slower, and slower again.
finish-half = Half as heavy. Half as fast.
finish-rest = Stay there, warm and still.
finish-last = The last one. Let both hands land.
finish-leave = One breath more, then lift away unnoticed.

## A tender spot, led without a tap: numbers and answers pass between the two people
hold-where = { $contact ->
    [heels] Heel of the hand, slowly: { place-worked }.
    [finger-pads] Flat fingers, slowly: { place-worked }.
    [thumbs] Braced thumb, slowly: { place-worked }.
   *[knuckles] Soft knuckle, slowly: { place-worked }.
}
hold-say-when = Say “there” when it is the tender one.
hold-lump = Anything hot, or that slides away: go round it.
hold-if-found = Found one? Stop on it. Found none? Good: broad strokes instead.
hold-sink = Sink in, two breaths long. Ask: one to ten?
hold-numbers = Up to { seven-at-most }: stay exactly there. Above: half the weight off.
hold-sharp = Sharp, or tingling anywhere? Say so; the hand comes off.
hold-breath-out = Let the breath out long.
hold-half-time = Ask: easing, the same, or worse?
hold-if-easing = Easing: stay. The same, or worse: ease out now, flat hand.
hold-release = Ease out, slower than you sank in.
hold-broad = Now the whole palm: wide, slow strokes over it.
hold-broad-round = Now wide strokes, hardly any weight, round it.
spot-here = There. Soft knuckle on it, and keep still.
spot-lump = Go round it. Broad strokes, elsewhere.
spot-lump-later = If it is new, hot, or slides about: have it looked at.
spot-not-found = None? Good. Leave it, and stroke broadly.
spot-low = A little more, and ask again.
spot-enough = That is enough. Hold there.
spot-good = Good. Exactly there, and nothing more.
spot-eight = Half the weight off. Ask again.
spot-nine = Let go. Flat hand, no weight.
hold-easing = It is letting go. Keep the same.
hold-same = Enough for this one. Ease out slowly.
hold-worse = Off, slowly. Then a flat hand.
hold-eased = It has let go. Ease out, two breaths long.
hold-radiates = Off now. Flat hand, no weight. This spot is left alone.
hold-radiates-later = If numbness or tingling stays, or spreads, have it seen.
breath-held = Lighter. Wait for their breath.
breath-back = Good. Stay at this.
breath-not-back = Let go. Flat hand.

## Answers, at once
softer = Lighter.
firmer = A little more weight.
firmer-cap = This is as firm as it gets here.
firmer-later = Lighter for a moment first; then ask again.
just-right = Just like that, then.
stay = Stay with this one.
stay-none = Everything still to come is needed. Add minutes, if you like.
not-there = Leave that place. Broad strokes, somewhere else.
next = When this stroke ends, we go on.
next-soon = On we go, in a moment.
back = When this stroke ends, the one before, once more.
pause-giver = Rest both hands, flat and still.
resume = Three light strokes to begin again.
stop-receiver = Stop. Weight off.
stop-hands-away = Hands away, gently.
stop-quiet = Nothing more, unless you want it.
stop-giver = Stop there. Both hands rest, still.
too-much = Half off.
hurts = Flat hand. No weight.
rate-ok = Good. Keep to that.
hush = No more questions from here. Broad and slow, or simply still.
tired = Rest your hands a moment. Something easier comes next.
more-minutes = A little longer, then.
end-in = Now towards the end, unhurried.
replanned = What comes is rearranged. The ending stays whole.
re-warm = Lightly again first: three long strokes.
no-room = No still hold here. Broad strokes over it instead.

## After the last touch
after-stay = No hurry to move at all.
after-cover = Cover them. Then shake out your hands.
after-rise = { $position ->
    [seated] Sit a while longer before you stand.
   *[prone] Roll onto one side, and sit a minute before standing.
}
after-water = Water, if you would like some.
after-wipe = Wipe hands, feet and floor before walking about.
after-asleep = They are asleep. Cover them, and leave it at that.

## What cannot be done now
refused-not-running = Nothing is running at the moment.
refused-not-started = It has not begun yet.
refused-already-started = It has begun already.
refused-not-preparing = The preparations are over.
refused-not-paused = It is not paused.
refused-stopped = It was stopped. Only the one who received can go on from here.
refused-finished = It is over.
refused-stale = That was meant for a moment that has passed.
refused-not-yours = That is for the other one to say.
refused-no-hold = No tender spot is being held.
refused-no-spots-left = Enough tender spots for one evening.
refused-not-warm-yet = It is not warm enough for that yet. A little longer here first.
refused-not-a-place = Not a place for a still hold. Broad strokes do more here.
refused-no-time = There is no time left to take from. More minutes would help.
refused-hush = It stays quiet and broad from here.
refused-cap = It goes no firmer than this tonight.
refused-first-step = There is nothing before this.
refused-last-step = There is nothing after this.
refused-finishing = The finish has begun; it stays as it is.
refused-out-of-range = That number is out of range.
refused-announced = What comes next is already on its way. Ask again once it has begun.
refused-holding = A still hold has its own end. Say it is enough, and it eases out.
refused-long-enough = This place has had its share for today.
refused-left-alone = That place is to be left alone.
refused-unknown = That cannot be done here.
