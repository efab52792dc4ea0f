# Why each step is there, what gave way to what, and what these two should know. Shown with the plan, never spoken.
# Plain and kind, at most 30 words; a reason is about this rub, never a claim about health.

## Pieces
place-shown = { $area ->
    [shoulders] the shoulders
    [between-blades] the place between the blades
    [lower-trapezius] the place below the blades
    [blades] the shoulder blades
    [gutters-upper] the upper back beside the spine
    [gutters-lower] the low back beside the spine
    [gutters] the long strips beside the spine
    [sides] the sides
    [waist] the low back
    [lower-back] the low back
    [neck-base] the base of the neck
    [upper-back] the upper back
    [whole-back] the whole back
   *[anywhere] that place
}
side-shown = { $side ->
    [left] on the left
    [right] on the right
   *[both] on both sides
}
how-firm = { $cap ->
    [1] barely there
    [2] light
    [3] gentle
    [4] comfortable
    [5] firm
    [6] strong
   *[7] at the edge
}

how-firm-felt = { $pressure ->
    [1] barely there
    [2] light
    [3] gentle
    [4] comfortable
    [5] firm
   *[6] strong
}

## The plan
title = { $intention ->
    [comfort] { $minutes } minutes of comfort
    [closeness] { $minutes } minutes close to each other
    [sore] { $minutes } minutes for sore places
    [wake] { $minutes } minutes to wake up
    [sleep] { $minutes } minutes to drift off
    [practise] { $minutes } minutes of practice
   *[unwind] { $minutes } minutes to unwind
}

## Why a step is there
why-arrive = Two warm hands first, so that nothing comes as a surprise.
why-warm-up = Broad, calm strokes warm the back and let the hands learn it before anything goes deeper.
why-warm-up-deeper = The same strokes with a little more weight, now that the back is warm.
why-strokes-only = In a rub this short, broad and calm strokes do the most good.
why-tense = { $minutes } of { $total } minutes for { place-shown }: { $level ->
    [1] a little tense { side-shown }.
    [2] quite tense { side-shown }.
   *[3] very tense { side-shown }.
}
why-more-here = About twice as long { side-shown }, where it is tense.
why-easier-first = The easier side first, { side-shown }; the tense one then gets warmer hands.
why-both-alike = Both sides get the same.
why-alike-in-short = Both sides alike: tonight there is no time for twice as much on the tense one.
why-petrissage = Slow kneading with the whole hand suits { place-shown } once warm.
why-knuckle-circles = Small circles with flat knuckles reach { place-shown } without tiring the thumbs.
why-gutter-glide = One slow, leaning stroke along { place-shown }, well away from the bone.
why-blade-circles = { $area ->
    [between-blades] Circles along the inner edge of the blade, where much of a day collects.
   *[blades] Circles round { place-shown }, never over the ridge.
}
why-waist-spread = Slow strokes outwards over { place-shown }, where pressing down would be too much.
why-side-pull = Hand after hand draws { place-shown } away from the mat, and nothing presses.
why-effleurage = Long strokes over { place-shown } join what came before to what comes next.
why-clothed-rub = Shirt and skin move together over { place-shown }; nothing drags.
why-palm-press = Leaning in and out over { place-shown } works through cloth as well as on skin.
why-caress = Slow, flat strokes over { place-shown }: tonight nothing firmer suits it.
why-tender-spot-hold = A still hold on one tender spot in { place-shown }, never rubbed, and let go before it is too much.
why-sore-lighter = Sore places are kept gentle; firm work would only make them sorer.
why-no-firmer = { $cause ->
    [liked] You like it light: { how-firm-felt } is the most.
    [first-time] For a first time, { how-firm-felt } is the most.
    [seated] Sitting, { how-firm-felt } is the most.
    [learnt] From what was said on the way, { how-firm-felt } is the most.
   *[usual] No firmer than { how-firm-felt } tonight.
}
why-owed = The { $side ->
    [left] left
   *[right] right
  } side still gets what the other one had.
why-after-hold = Broad strokes over a spot that was held, before anything else touches it.
why-light = Light strokes for a while, so that the back can take in what it has had.
why-rest = Both hands rest; nothing to do is also part of it.
why-break = After this long, both need a moment to move.
why-re-warm = A few long strokes after the break, before anything deeper.
why-turn-over = The other side, so that both get the same.
why-close-side = Long strokes close the { $side ->
    [left] left
   *[right] right
  } side before the turn.
why-finish = Back to the strokes it began with, each a little lighter.
why-finish-lighter = Lighter and slower still, so that the end does not come suddenly.
why-tapping = Light hollow tapping wakes up, as you wished.
why-smooth = A few slow strokes after the tapping, so that it ends in quiet.
why-skin = Only the skin is touched now; it can be felt long after.
why-replanned = { $reason ->
    [not-there] Planned anew from here, without the place that was not to be.
    [hush] Planned anew from here: broad, slow and quiet.
    [tired] Planned anew from here, easier on the hands.
    [more-minutes] Planned anew from here, with the minutes you added.
   *[end-in] Planned anew from here, so that it ends when you asked.
}
why-last-rest = The hands land, rest, and leave unnoticed.

## What gave way, and what was left out
gave-way-short = { $minutes } minutes are short: broad, calm strokes do the most good. { $enough } minutes would leave room for tense places.
gave-way-avoid = You marked { place-shown } both as tense and to leave alone: hands stay away.
gave-way-deep = It does not have to hurt to do good: nothing moving goes beyond “{ how-firm }”.
gave-way-firm = You wished it firm; tonight it goes no further than “{ how-firm }”.
gave-way-holds = No tender spots are held tonight; broad strokes go over them instead.
gave-way-tender = The tender spot in { place-shown } is not held tonight; broad strokes go over it instead, where they may.
gave-way-tapping = No tapping tonight; it ends slowly instead.
gave-way-position = { $position ->
    [seated] Sitting suits tonight better than what you chose.
    [side-lying] Lying on one side, with pillows, suits tonight better than what you chose.
   *[prone] Lying on the front suits tonight better than what you chose.
}
gave-way-not-here = Out of reach this way: { place-shown }. Other places get the time.
gave-way-stroked = Stroked, not pressed tonight: { place-shown }. Nothing firmer suits it this way.
gave-way-clothed = Through clothes tonight; hands move the cloth and the skin together.
gave-way-hands = { $minutes ->
    [one] One minute, as long as the giver's hands go on.
   *[other] { $minutes } minutes, as long as the giver's hands go on. Changing places gives more.
}
gave-way-length = { $minutes } minutes are enough tonight; short and gentle does more good.
left-out-area = There was no room left for { place-shown }.

## What to know
note-glide-oil = { $nuts ->
    [no] Oil that keeps its glide: sunflower or rapeseed, no nut or sesame oil. Not together with latex.
   *[yes] Oil that keeps its glide, such as almond or coconut; ask about nut allergy first. Not together with latex.
}
note-glide-lotion = { $nuts ->
    [no] A rich lotion without nut or sesame oil; a watery one is gone in half a minute.
   *[yes] A rich, unscented lotion; a watery one is gone in half a minute. Ask about nut allergy first.
}
note-glide-dry = { $nuts ->
    [no] On dry skin the strokes stay short and slow. If you reach for oil after all: none of nuts or sesame.
   *[yes] On dry skin the strokes stay short and slow; a little oil or rich lotion would be kinder.
}
note-glide-clothed = { $nuts ->
    [no] Through a thin shirt, without any oil; hands move the cloth and the skin together.
   *[yes] Through a thin shirt; hands move the cloth and the skin together.
}
note-mattress = A mattress swallows the weight: lie near the edge, lean slowly. A mat on the floor works better.
note-no-kneeling = { $surface ->
    [mat] Without kneeling: sit beside them on something low, or use a table or the edge of a bed.
   *[bed] Without kneeling: stand or sit at the edge, and bend from the hips, not from the back.
}
note-seated = Sitting: chest against a pillow, feet flat. If it makes dizzy, head down, then lie.
note-side-lying = Lying on one side: pillows under the head, between the knees, and one to hug.
note-therapist = For sore muscles that need treatment, or deeper work than this, see a trained massage therapist. A gentle rub is still fine.
note-swap = This is long, so there is a break in the middle. Changing places instead does good too.
note-leg-signs = If a leg tingles or goes numb, stop there; if it stays, have it seen.
note-neck = The base of the neck is touched from behind only, briefly, and not at all with new pain or dizziness.
note-marks = { $count ->
    [one] Hands go round the spot you marked.
   *[other] Hands go round the { $count } spots you marked.
}
note-first-time = A first time together: nothing very firm, at most one tender spot, and more asking.
note-waistband = Long strokes stay above the waistband, unless they say that lower is welcome.
note-no-scent = Nothing scented: neither oil nor lotion nor candle.
note-latex = Oil harms latex: wash hands and skin well before it is used, or stay with the shirt on.
note-cool-room = Warm the room first, or keep a blanket over everything that is not being stroked.
note-weak-hands = Strength is not what makes it good: stroke the skin slowly, keep one direction, and let your weight lean in.
note-small-hands = With small hands, lean through the forearm or the heel of the hand, and go over it twice.
note-sore-thumbs = No thumbs anywhere in this plan: knuckles, palms and forearms do their work.
note-giver-back = For the giver's back: nothing is pulled or reached for. Stay close, bend at the hips, change place often.
note-your-turn = The other one is next, for just as long; nobody has to be good at it.
note-seed = This is plan { NUMBER($seed, useGrouping: 0) } of many good ones. The same wishes with this number give it again.

## What more minutes would add
more-stroke = { $technique ->
    [petrissage] kneading on { place-shown }
    [knuckle-circles] knuckle circles on { place-shown }
    [gutter-glide] slow glides along { place-shown }
    [blade-circles] circles round { place-shown }
    [waist-spread] spreading { place-shown }
    [side-pull] side pulls along { place-shown }
    [palm-press] press and release on { place-shown }
    [clothed-rub] rubbing { place-shown }
    [tender-spot-hold] a still hold in { place-shown }
    [caress] slow stroking of { place-shown }
    [feather-strokes] only the skin of { place-shown }
    [resting-hands] hands resting on { place-shown }
   *[effleurage] long strokes over { place-shown }
}
more-time = { more-lasting } more for { place-shown }
more-lasting = { $unit ->
    [minutes] { $count } minutes
   *[seconds] { $count ->
        [one] one second
       *[other] { $count } seconds
    }
}
more-holds = { $count ->
    [one] one tender spot
   *[other] { $count } tender spots
}
more-warm-up = { more-lasting } more to warm up
more-finish = { more-lasting } more to finish

## A lesson: learnt beforehand, never led
lesson-hug = A hug that rubs the back
lesson-hug-ask = { $sad ->
    [yes] Ask, “Do you want a hug?” and wait. No is a good answer too: sit beside them instead.
   *[no] They came for it or said yes. If you are not sure, ask.
}
lesson-hug-stand = Stand on your own feet, near enough that nobody has to lean over.
lesson-hug-one-hand = One hand stays where it is, flat and warm. Only the other one strokes.
lesson-hug-slowly = Slowly up and down beside the spine, as slow as their breath, { $pressure ->
    [2] no more than the hand's own weight.
   *[3] never more than the arm's own weight.
}
lesson-hug-quiet = { $sad ->
    [yes] No advice, no questions, no patting: patting says that it is over.
   *[no] No words are needed. Patting says that it is over.
}
lesson-hug-let-go = It ends when they loosen, even after one breath; { $seconds } seconds are long.
lesson-hug-beside = Afterwards, if they like, sit beside them: a hand between the blades, at most { $minutes } minutes.
