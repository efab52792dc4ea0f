# What the checker found and what to do instead: two sentences of at most 25 words, as a kind expert would say them.
# A message says what and where; its hint says what instead, and why. Rules about the notation use notation.ftl.

## Pieces
rule-stroke = { $technique ->
    [effleurage] long strokes
    [petrissage] kneading
    [knuckle-circles] knuckle circles
    [gutter-glide] the slow glide
    [blade-circles] circles round the blade
    [tender-spot-hold] a still hold
    [waist-spread] spreading the low back
    [side-pull] side pulls
    [feather-strokes] feather strokes
    [tapotement] tapping
    [clothed-rub] rubbing through the shirt
    [hug-rub] the rub in a hug
    [caress] slow stroking
    [palm-press] press and release
    [resting-hands] resting hands
   *[other] this stroke
}
rule-contact = { $contact ->
    [palms] palms
    [heels] the heels of the hands
    [knuckles] knuckles
    [forearms] forearms
    [whole-hand] the whole hand
    [finger-pads] finger pads
    [finger-tips] fingertips
    [thumbs] thumbs
    [cupped-hands] cupped hands
   *[other] this part of the hand
}

## Safety

rule-pressing-on-the-spine = “{ $said }” is bone: this stroke presses on the spine itself.
rule-pressing-on-the-spine-hint = Stay three centimetres beside it, on the long muscles; the bone hurts and has nothing to relax.

rule-neck-front-or-side = “{ $said }” takes in places where vessels and nerves lie bare.
rule-neck-front-or-side-hint = Touch only the base of the neck, from behind, with flat hands, for a minute at most.

rule-pressing-on-the-kidneys = “{ $said }” has nothing but soft tissue over it, and this works right there.
rule-pressing-on-the-kidneys-hint = Stay on the long muscles or just above the hip bone, with broad palms that move outward.

rule-elbow-knee-or-foot = “{ $said }” presses harder than anyone can feel.
rule-elbow-knee-or-foot-hint = Use the heels of the hands or the soft of the forearm, and let your weight lean in slowly.

rule-standing-on-the-back = “{ $said }” puts a whole body on ribs and spine.
rule-standing-on-the-back-hint = Lean in with straight arms from beside; a slow lean feels as deep, and can be taken off at once.

rule-thrust-or-crack = “{ $said }” forces a joint, and that is how people get hurt.
rule-thrust-or-crack-hint = Lean in and off with the breath. If something clicks by itself, go on; never look for it.

rule-twisting-or-pulling = “{ $said }” moves a joint that nobody is guarding.
rule-twisting-or-pulling-hint = Work on muscle and let joints lie. If the head should turn, ask; they turn it themselves.

rule-bouncing-push = “{ $said }” comes too suddenly for muscle to let it in.
rule-bouncing-push-hint = Lean in over a whole out-breath and off again; slow weight goes deeper than any push.

rule-scrubbing = “{ $said }” makes a muscle guard itself and burns the skin.
rule-scrubbing-hint = Knead slowly with the whole hand: lift, squeeze, let go. A muscle opens when it is coaxed.

rule-tender-spot-rubbed = This rubs a tender spot, and that only makes it sorer.
rule-tender-spot-rubbed-hint = Find it, sink in over two breaths, keep perfectly still for up to a minute, then ease out.

rule-pounding = “{ $said }” strikes bone as often as muscle.
rule-pounding-hint = If they want to be woken, tap with cupped hands, light and hollow, on the fleshy upper back.

rule-skin-pinched-or-scraped = “{ $said }” marks the skin and hurts for nothing.
rule-skin-pinched-or-scraped-hint = Take the muscle in the whole hand, lift it and let it go, with enough oil that nothing drags.

rule-tool-or-nails = “{ $said }” cannot feel what it does to the one below.
rule-tool-or-nails-hint = Use the heels of the hands or flat knuckles: broad weight feels like a hug, a point like an intrusion.

rule-never-zone = “{ $said }” is no place for a back rub.
rule-never-zone-hint = Stay behind the side seam, above the hip bones and off the neck; anything else needs its own yes.

rule-below-the-waistband = “{ $said }” needs a yes of its own, and then flat palms only.
rule-below-the-waistband-hint = End strokes at the hip bones. If they welcome more, write it in the receiver line and use resting palms.

rule-above-seven = Pressure { $pressure } is past the edge: from eight up the body fights back.
rule-above-seven-hint = Stop at the first “that’s it”. Six is the most for a stroke, seven for a still hold.

rule-no-rub-today = { $said ->
    [fever-ill] With fever or an infection there is no rub today.
    [numb-tingling] Numbness or tingling is looked at before anyone presses.
    [new-pain] New pain that nobody can explain is looked at before anyone presses.
    [drunk-high] Who is drunk or high cannot judge pressure, nor say yes to it.
   *[other] With this there is no rub today.
  }
rule-no-rub-today-hint = Not today, kindly: tea and company instead. When it lasts or frightens, have it seen.

rule-firmer-than-health-allows = Pressure { $pressure } is more than this person should get; { $cap } is the most today.
rule-firmer-than-health-allows-hint = Stay broad, warm and light. What they have makes firm work risky, and light work does them good.

rule-against-their-health = { $what ->
    [holds] No tender spot is held on someone with this in their health.
    [pointed] Nothing pointed presses on someone with this in their health.
    [lean] Nobody leans their weight on someone with this in their health.
    [tapping] No tapping on someone with this in their health.
   *[waist] The waist is left alone on someone with this in their health.
  }
rule-against-their-health-hint = Stroke broadly with flat palms, no firmer than a calm hand. That warms and comforts just as well.

rule-lying-on-the-front = This has them lying on the front, and their body should not.
rule-lying-on-the-front-hint = Let them lie on one side with pillows, or sit leaning on a table; work the upper side, then turn.

rule-hold-where-none-may-go = No tender spot is held on { place-shown }: there is nothing there to press against.
rule-hold-where-none-may-go-hint = Hold on the shoulders, between the blades or beside the upper spine; stroke broadly over the rest.

rule-hold-too-long = { $seconds } seconds on one tender spot is too long; after ninety it only gets sorer.
rule-hold-too-long-hint = Ninety seconds of stillness at most. Let go earlier whenever it eases, or when it does not.

rule-hold-too-hard = A hold on { place-shown } goes to { $most } at most here.
rule-hold-too-hard-hint = Climb slowly and stop at the first “that’s it”; thin muscle and first times want less.

rule-too-many-holds = { $most ->
    [one] One tender spot is enough for a first time together.
   *[other] More than { $most } tender spots are held; by then the body braces instead of resting.
  }
rule-too-many-holds-hint = Keep the one or two that matter most and give the time to broad strokes.

rule-percussion-on-bone = Tapping on { place-shown } strikes bone or shakes the kidneys.
rule-percussion-on-bone-hint = Tap only on the shoulders and the fleshy upper back, above the last ribs, with cupped hands.

rule-kept-off-place-worked = They asked to leave a place alone that is part of { place-shown }.
rule-kept-off-place-worked-hint = Work round it without a word about it; only they can take it back.

rule-kept-off-spot-in-the-way = { $why ->
    [undrawn] So many different strokes: from here on, on { place-shown }, nobody has looked whether they meet the spot.
   *[left-alone] No way is left round the spot they want left alone on { place-shown }.
}
rule-kept-off-spot-in-the-way-hint = Leave this place out, or choose one whose stroke ends before the spot.

rule-nut-oil-not-asked-about = “{ $oil }” is named, and nobody has asked about nut allergy.
rule-nut-oil-not-asked-about-hint = Ask first, or use sunflower or rapeseed oil: an allergy can be grave through the skin too.

rule-oil-on-a-patch = They wear a patch or device, and nothing says where oil and hands should stay off.
rule-oil-on-a-patch-hint = Write where it is in a “keep off” line; oil and warmth change what a patch gives.

rule-oil-with-latex = Oil and latex do not go together: it gives way within a minute.
rule-oil-with-latex-hint = Rub through a shirt, or wash hands and skin well before latex comes near.

rule-pressing-the-sleeping = Pressure { $pressure } on somebody asleep, who cannot say “softer”.
rule-pressing-the-sleeping-hint = Broad, slow and light, nothing new, and a silent end: let them sleep.

rule-child-on-bare-skin = For a child this works on bare skin.
rule-child-on-bare-skin-hint = Through clothes, light, with a guardian there, and the child ends it whenever it likes.

rule-pain-as-a-goal = “{ $said }” makes pain the aim, and a body that hurts closes up.
rule-pain-as-a-goal-hint = Ask for “just right” and stay below it; deep comes from slow, not from pain.

rule-promise-of-cure = “{ $said }” promises more than a back rub can keep.
rule-promise-of-cure-hint = Promise comfort, warmth and rest; those it gives. For treatment there are trained therapists.

rule-pressing-down-while-seated = They sit, and their spine would carry this weight: pressure { $pressure }, or a lean.
rule-pressing-down-while-seated-hint = Let only hands and forearms weigh, four at most; for more, let them lie down.

rule-base-of-neck-too-much = This is too hard or too long for the base of the neck.
rule-base-of-neck-too-much-hint = Flat hands from behind, four at most, under a minute altogether; the shoulders take the rest.

rule-firm-first-time = Pressure { $pressure } on a first time together, before either knows the other’s “firm”.
rule-firm-first-time-hint = Stay at five or less and ask once more than usual; the next time can go deeper.

## The back itself

rule-too-firm-for-the-place = Here { rule-contact } press more than { place-shown } can take, which is { $most }.
rule-too-firm-for-the-place-hint = Use something broader, or go lighter: a palm may pass where a point may not.

rule-harder-than-the-stroke = That is too hard for { rule-stroke }: { $most } is the most it bears here.
rule-harder-than-the-stroke-hint = Go slower rather than harder; slow weight is felt as depth, hard movement as grinding.

rule-not-for-this-area = On { place-shown }, { rule-stroke } finds nothing to work on.
rule-not-for-this-area-hint = Choose a stroke made for the place: spreading for the low back, circles for the blades, kneading for shoulders.

rule-not-with-this-contact = For { rule-stroke } here, { rule-contact } are the wrong tool.
rule-not-with-this-contact-hint = Use the contact the stroke was made for; it decides how deep and how safe it is.

rule-not-from-this-place = From here { rule-stroke } cannot be done with straight wrists and easy weight.
rule-not-from-this-place-hint = Change place first; where you kneel decides whether your weight works or your arms do.

rule-both-sides-at-once = Two hands cannot do { rule-stroke } on both sides at once from here.
rule-both-sides-at-once-hint = Do one side, then the other; or work both shoulders from the head end, where it is possible.

rule-on-bare-bone = “{ $said }” is bone just under the skin.
rule-on-bare-bone-hint = Go to the muscle beside it: inward from the blade’s edge, upward from the hip bone.

rule-leaning-on-the-low-back = This leans on the low back, which has no ribs to carry it.
rule-leaning-on-the-low-back-hint = Light over the small of the back; lean when you reach the ribs. Outward strokes do the rest.

rule-fingertips-doing-heel-work = Fingertips are too pointed for { rule-stroke }.
rule-fingertips-doing-heel-work-hint = Use palms, heels of the hands or flat knuckles; broad pressure feels like a hug, and your fingers last.

rule-thumbs-doing-heel-work = Thumbs will tire on { rule-stroke }, and they feel pointed.
rule-thumbs-doing-heel-work-hint = Use the heels of the hands, flat knuckles or forearms, with your weight behind; keep thumbs for a short hold.

rule-too-wide-for-the-gap = There is no room for { rule-contact } on { place-shown } without lying on bone.
rule-too-wide-for-the-gap-hint = Use something narrower there, such as heels or flat knuckles; the gap is about six centimetres.

rule-not-in-this-position = { $position ->
    [seated] Sitting, they give no hold for { rule-stroke }.
    [side-lying] On one side, they give no hold for { rule-stroke }.
    [hug] A hug has no room for { rule-stroke }.
   *[prone] Lying on the front is no position for { rule-stroke }.
  }
rule-not-in-this-position-hint = Choose strokes that suit how they sit or lie: kneading and slow stroking suit nearly every position.

rule-above-its-own-cap = Pressure { $pressure } goes past the { $cap } this rub promises.
rule-above-its-own-cap-hint = Keep to the cap, or agree on a higher one first; somebody lay down because of it.

## Flow and time

rule-no-warm-up = Firm work begins after { $seconds } seconds of broad strokes; the back is still cold.
rule-no-warm-up-hint = Give two or three minutes of long, light strokes first. A warm muscle lets you in; a cold one guards.

rule-work-in-a-short-rub = Three minutes leave no room for { rule-stroke } with a warm-up and an end.
rule-work-in-a-short-rub-hint = Give long, slow strokes all through; or take ten minutes, and there is time for more.

rule-out-of-its-phase = { $phase ->
    [open] When hands arrive it is too early for { rule-stroke }.
    [warm-up] In the warm-up it is too early for { rule-stroke }.
    [work] In the middle of the work is no place for { rule-stroke }.
   *[finish] In the finish it is too late for { rule-stroke }.
  }
rule-out-of-its-phase-hint = Warm with long strokes, work in the middle, end with long strokes; each part prepares the next.

rule-entered-at-working-depth = Pressure on { place-shown } is there at once, with no stroke or two to get used to it.
rule-entered-at-working-depth-hint = Begin each new place and side two lower; after half a minute the same pressure feels welcome.

rule-depth-jump = Pressure jumps to { $start } where nothing firmer than { $before } has been.
rule-depth-jump-hint = Rise in steps of two at most, over a few strokes; a jump makes muscle close and breath stop.

rule-deep-before-light = The very first strokes press with { $start }; what follows can only feel less.
rule-deep-before-light-hint = Begin at two and rise. Deep before light leaves muscles tenser than before.

rule-low-back-first = The work begins on the low back, which trusts a hand last.
rule-low-back-first-hint = Take the shoulders and the upper back first; by then the low back has let go half-way.

rule-one-sided = Of { place-shown }, one side gets { $more } seconds and the other { $less }.
rule-one-sided-hint = Give both the same, or a tense side about twice as much; one side alone leaves a back feeling crooked.

rule-too-long-in-one-place = On { place-shown } { rule-stroke } goes on past the point where it does any good.
rule-too-long-in-one-place-hint = Change the stroke or the place; skin grows tender and attention fades before muscle does.

rule-over-before-it-is-felt = On { place-shown } { rule-stroke } is over before anyone can feel it.
rule-over-before-it-is-felt-hint = Fewer places and longer in each; a muscle takes half a minute to believe a hand.

rule-unchanged-too-long = For { $minutes } minutes nothing changes, and even the best stroke is liked less each minute.
rule-unchanged-too-long-hint = Change the path, the place or the stroke every four or five minutes.

rule-pressing-too-long = Firm work goes on for more than { $minutes } minutes altogether.
rule-pressing-too-long-hint = Fill the rest with slow light strokes and rests; more pressing only makes tomorrow sore.

rule-area-overworked = By here { place-shown } will have had more than twelve minutes of firm work.
rule-area-overworked-hint = Move on; one place worked this long is sore tomorrow, and nobody notices today.

rule-no-break = More than { $minutes } minutes pass here without a break for either.
rule-no-break-hint = Half-way, sit up, turn over or change places; necks stiffen and knees give out.

rule-abrupt-end = The end takes { $seconds } seconds; it comes like music switched off.
rule-abrupt-end-hint = Go back to the long strokes, lighter each time, for at least a minute and a tenth of the rub.

rule-pressure-not-fading = The strokes of the finish do not fade to a touch.
rule-pressure-not-fading-hint = Let each be lighter than the last, down to skin only; then nobody can say when it ended.

rule-no-last-rest = The hands leave straight from the last stroke, without landing first.
rule-no-last-rest-hint = Let both hands land and rest for two breaths, then lift as if not to wake them.

rule-no-arrival = The hands move before they have arrived.
rule-no-arrival-hint = Rest both hands, warm and heavy, for three of their breaths; nothing then comes as a surprise.

rule-tapping-last = After the tapping nothing smooths it away.
rule-tapping-last-hint = Three slow strokes after it, lighter each, then rest; else they get up shaken.

rule-no-check-in = Hands press from here on, and nobody asks how it is.
rule-no-check-in-hint = Ask once, early: “softer, firmer, or just right?” Most people say nothing until somebody asks.

rule-late-first-check-in = The first question comes { $minutes } minutes after hands began to press.
rule-late-first-check-in-hint = Ask within the first few pressing strokes; whoever endures five minutes endures the rest politely.

rule-no-middle-check-in = Half-way through, nobody asks again.
rule-no-middle-check-in-hint = Ask once near the middle; when muscles have let go, the same pressure feels different.

rule-unasked-on-delicate-ground = Hands come to { place-shown } and nobody asks.
rule-unasked-on-delicate-ground-hint = Ask when you get there; it is where people are shy or sore, and most want to be asked.

rule-nagging = { $count } questions in a rub this long nag; { $most } would do.
rule-nagging-hint = Ask at the first pressure, on delicate ground and in the middle; silence is part of the gift.

rule-asking-in-the-finish = A question in the finish calls them back just as they drift off.
rule-asking-in-the-finish-hint = Ask before it, in the work; the end is for silence.

rule-asking-the-sleeping = They are asleep, and this asks them something.
rule-asking-the-sleeping-hint = Ask nothing, do nothing new, end in silence; cover them and leave it there.

rule-hold-on-cold-muscle = A tender spot on { place-shown } is held before the place itself is warm.
rule-hold-on-cold-muscle-hint = Work it for a minute first, broadly; a cold muscle answers a deep point with a cramp.

rule-hold-without-strokes-after = After the hold on { place-shown } nothing broad goes over it.
rule-hold-without-strokes-after-hint = Twenty seconds of wide, warm palm strokes over the spot, before hands go anywhere else.

rule-hold-too-short = { $seconds } seconds are over before a tender spot begins to ease.
rule-hold-too-short-hint = Plan a minute; letting go earlier is always allowed.

rule-giver-in-one-place-too-long = By here the giver has knelt in one place for { $minutes } minutes.
rule-giver-in-one-place-too-long-hint = Plan a change of place or leg every five minutes, one hand staying on; tired knees spoil strokes.

rule-needless-walks = By here the giver has changed place { $count } times, and each time the calm goes with them.
rule-needless-walks-hint = Put together what is done from one place; one planned walk, with a hand left on, is enough.

rule-too-many-strokes = This is the { $count }th kind of stroke; a short rub with so many becomes a catalogue.
rule-too-many-strokes-hint = Choose three or four and stay with them; repetition is what lets somebody sink.

rule-no-head-turn = By here the head has lain one way for { $minutes } minutes.
rule-no-head-turn-hint = Say “turn your head if you like” about every five minutes; a stiff neck is what they would remember.

rule-never-turned = They lie on one side, and the other is worked without a turn.
rule-never-turned-hint = Work the upper side, help them turn with pillows in place, then the other; allow a minute for it.

rule-phases-out-of-order = { $phase ->
    [open] Hands arrive after they have already worked.
    [warm-up] The warm-up comes after what it should prepare.
   *[work] There is work after the finish.
  }
rule-phases-out-of-order-hint = Arrive, warm, work, finish: each part makes room for the next one.

rule-not-three-to-ninety-minutes = { $minutes } minutes are too few to arrive in, or too many to lie still for.
rule-not-three-to-ninety-minutes-hint = Anything from three to ninety minutes; fifteen is a good evening’s rub.

rule-too-much-thumb = By here the thumbs have worked { $seconds } seconds, more than they should.
rule-too-much-thumb-hint = Use flat knuckles or the heel of the hand with your weight behind; thumbs wear out first.

rule-thumb-for-too-long = Thumbs press for { $seconds } seconds on end, and the joint pays for it.
rule-thumb-for-too-long-hint = Half a minute with a braced thumb is the most; longer, take knuckles or a heel.

rule-no-aftercare = How it begins is written out, but not how they come back afterwards.
rule-no-aftercare-hint = Cover them, leave quiet, let them roll to one side and sit a minute before they stand.

## Comfort

rule-hurried-strokes = Quick hands stir somebody up, and this makes { rule-stroke } hurry.
rule-hurried-strokes-hint = Half of that speed, then a little slower; slow is what the body takes for calm.

rule-pace-out-of-band = At this pace { rule-stroke } either drags or hurries.
rule-pace-out-of-band-hint = Leave the pace out and the coach gives the usual one; a breath is a good measure.

rule-gliding-on-dry-skin = On dry skin { rule-stroke } drags like a carpet.
rule-gliding-on-dry-skin-hint = A little oil that keeps its glide; without it, slow stroking and press and release.

rule-kneading-dry-skin = Kneading dry skin pinches it before the muscle is reached.
rule-kneading-dry-skin-hint = A few drops of oil on the palms, or knead slowly through a thin shirt.

rule-gliding-on-cloth = On cloth { rule-stroke } bunches the shirt and burns the skin below.
rule-gliding-on-cloth-hint = Move shirt and skin together, in slow circles, or press and release; both work through cloth.

rule-cloth-rub-on-skin = Rubbing through the shirt needs a shirt.
rule-cloth-rub-on-skin-hint = On oiled skin take long strokes instead; or write “through clothes” in the “for” line.

rule-watery-lubricant = “{ $said }” is gone in half a minute, and then every stroke drags.
rule-watery-lubricant-hint = Use an oil that keeps its glide, or a rich unscented lotion.

rule-quick-push-on-a-mattress = A mattress swallows quick pushes; only the giver feels them.
rule-quick-push-on-a-mattress-hint = Lean in over a whole breath: slow weight comes through in full. Or use a mat on the floor.

rule-feather-on-the-ticklish = They are ticklish, and these are fingertips.
rule-feather-on-the-ticklish-hint = Flat palms, barely there, say the same without the giggles; broader and slower never tickles.

rule-tapping-before-sleep = Tapping wakes people, and this rub is to let them rest.
rule-tapping-before-sleep-hint = Give the time to the last long strokes, slower and lighter each time.

rule-sides-without-a-yes = Between friends or in a family, { place-shown } wants a yes of its own.
rule-sides-without-a-yes-hint = Ask beforehand and write it in the receiver line, or stay on shoulders and upper back.

rule-hug-too-long = { $seconds } seconds are long for a hug; somebody will be holding on out of politeness.
rule-hug-too-long-hint = Let it end when they loosen, then sit beside them and stroke the upper back through the shirt.

rule-led-hug = This speaks into a hug, where a third voice is one too many.
rule-led-hug-hint = Read it together beforehand, then put the coach away and hold each other.

rule-ramp-while-circling = These circles grow firmer while they go, and knuckles then grind.
rule-ramp-while-circling-hint = Keep knuckle circles even; go deeper by leaning slowly, not by circling harder.

rule-nothing-to-lean-on = { $position ->
    [seated] They sit, and nothing says what they lean on.
   *[side-lying] They lie on one side, and nothing says where the pillows go.
  }
rule-nothing-to-lean-on-hint = Chest against a pillow on the table; or pillows under head, between knees, and one to hug.

rule-asking-afterwards = A question right afterwards turns a gift into an exam.
rule-asking-afterwards-hint = Cover them and let half a minute of nothing pass; what they want to say, they will.

rule-muscle-names-aloud = “{ $said }” is said aloud, and it sounds like a clinic.
rule-muscle-names-aloud-hint = Say the place instead: tops of the shoulders, between the blades, beside the spine.

rule-too-many-words = By here { $count } words have been spoken; the rub has no room left to be quiet.
rule-too-many-words-hint = Say less than half; hands that already know do not need telling.

rule-leading-question = This question has only one polite answer.
rule-leading-question-hint = Offer choices: softer, firmer, or just right? They get truer answers.

rule-kneeling-against-the-knees = The giver cannot kneel, and a mat on the floor asks them to.
rule-kneeling-against-the-knees-hint = Use a table, the edge of a bed, or a chair they can lean on; sore knees reach the hands.

rule-roller-coaster = Here pressure falls away for the { $count }th time on the same place.
rule-roller-coaster-hint = Rise once and fade once on each place; every new climb makes a body brave up again.
