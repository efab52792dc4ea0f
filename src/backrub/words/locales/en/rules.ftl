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

rule-kept-off-place-worked = They asked to leave a place alone, and { place-shown } includes it.
rule-kept-off-place-worked-hint = Work round it without a word about it; only they can take it back.

rule-kept-off-spot-in-the-way = No way is left round the spot they want left alone on { place-shown }.
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

rule-firm-on-the-frail = Pressure { $pressure }, a hold or a lean is too much for frail skin and bone.
rule-firm-on-the-frail-hint = Flat warm palms at three or less, slowly, and look at the skin first.

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
