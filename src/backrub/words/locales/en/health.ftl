# The health questions: their choices, what each answer leads to, and what it changes. Kind, plain, never a diagnosis.
# What an answer leads to ("tonight-…", "not-tonight-…") is told when it is given and never kept; at most two sentences.
# An effect ("care-…") says what is done, never why: answers are not kept and must not be readable from what is.

## The groups of the full screen
health-group-now = Is any of this happening now?
health-group-today = Today, or lately
health-group-body = About you
health-group-place = Is there a place to go round?
health-group-oil = Skin and oil

## What an answer can lead to
health-action-call = call for help now
health-action-doctor = have it seen first
health-action-later = not now
health-action-skip = leave that place out
health-action-light = gentle only
health-action-position = another position
health-action-oil = another oil
health-action-talk = agree on it first

## The choices: now
health-emergency = anything else that feels as if it cannot wait
health-saddle-numbness = newly numb between the legs, bladder, bowel or sex changed, or both legs weak
health-chest-crushing = crushing or tearing pain in the chest or between the blades, no breath, cold sweat, faint
health-leg-swollen-hot = one calf or leg swollen, hot or sore, or a blood clot
health-bad-fall-fracture = a bad fall or accident, or sudden severe back pain with brittle bones
health-sudden-headache-neck = a sudden terrible headache, or new neck pain with dizziness, or sight, speech or face changed

## The choices: today
health-fever-ill = fever, or ill
health-back-pain-shivers = back pain with fever or shivers
health-drunk-high = drunk or high
health-just-eaten = a heavy meal within the hour
health-numb-tingling = numb or tingling
health-new-pain = new pain nobody has explained
health-pain-with-warning = back pain with weight lost for no reason, pain all night, or cancer before; or a first bad back under 20 or over 55
health-kidney-trouble = kidney pain, stones or infection, a sore flank, blood in the urine
health-heart-vessels = heart trouble that is not settled, an aneurysm, very high blood pressure, a recent heart attack or stroke
health-pregnancy-trouble = pregnant, with bleeding, contractions, high blood pressure or a risk of clots
health-bruising-unexplained = blood thinners or a bleeding disorder, and new bruises
health-bones-breaking = bones that break easily, or cancer in the bones
health-spine-operation = an operation on the spine, a stimulator or a pump, not cleared by the surgeon
health-cancer-treatment = cancer, or treatment for it, at present
health-catching-skin = a skin trouble that others can catch, or shingles

## The choices: about you
health-pregnant = pregnant
health-pregnant-20 = pregnant, 20 weeks or more
health-blood-thinners-brittle-bones = blood thinners or brittle bones
health-cancer-cleared = cancer treated, and the team says a light rub is fine
health-breast-operation = a breast operation, healed
health-less-feeling = less feeling in the skin, or strong painkillers or sedatives
health-joints-slip = joints that slip out or bend very far
health-frail-old = old and frail
health-child = a child
health-fits-asthma-panic = fits, asthma, panic, or memories that touch can wake
health-cannot-lie-on-front = cannot lie comfortably on the front

## The choices: a place
health-injury-operation = recent injury or operation
health-skin-trouble = skin trouble
health-patch-device = a patch or device on or under the skin
health-bruise-strain = a bruise, a strain of the last days, a swollen joint
health-new-scar = a scar that is still healing
health-changed-mole = a mole that is new, has changed or bleeds
health-veins = veins that stand out or are sore
health-injection-implant = a recent injection or implant

## The choices: oil
health-allergy-nuts = allergic to nuts or sesame
health-allergy-scent = allergic to scent, lanolin or soy, or very sensitive skin
health-latex-later = condoms or other latex later on
health-acne = spots that oil makes worse

## No rub today
not-tonight-emergency = This needs help now. Please call the emergency number.
not-tonight-saddle-numbness = This needs help now: please call the emergency number. Nobody presses on the back.
not-tonight-chest-crushing = This needs help now: please call the emergency number. Sit or lie as it is easiest until help comes.
not-tonight-leg-swollen-hot = This needs a doctor now: please call for help. Nobody rubs the leg.
not-tonight-bad-fall-fracture = Please call for help before anyone presses on the back. Lie still until then.
not-tonight-sudden-headache-neck = This needs help now: please call the emergency number. Keep the neck still.
not-tonight-fever-ill = A body with a fever wants rest more than rubbing. Not today: tea, a blanket and company instead.
not-tonight-back-pain-shivers = Fever and back pain together should be seen today. No rub; a blanket and company instead.
not-tonight-drunk-high = After drink or drugs it is hard to say what feels right. Not tonight; another day, gladly.
not-tonight-just-eaten = Lying on a full belly is no pleasure. Come back in an hour.
not-tonight-numb-tingling = Numbness or tingling should be looked at before anyone presses on a back. Not today, then.
not-tonight-new-pain = New pain that nobody has explained should be seen first. No rub today.
not-tonight-pain-with-warning = This is most often nothing bad, and still worth having seen first. No rub until then.
not-tonight-kidney-trouble = Please have this seen first: strokes near the kidneys would not help. A hand to hold does.
not-tonight-heart-vessels = Please ask the doctor who knows your heart first. Until then, company without rubbing.
not-tonight-pregnancy-trouble = Please ring the midwife or the hospital first. No rub until they say so.
not-tonight-bruising-unexplained = New bruises should be seen before anyone presses. No rub today.
not-tonight-bones-breaking = Please ask the doctor who knows your bones first. A warm hand that only rests is fine.
not-tonight-spine-operation = Wait until the surgeon says that a rub is fine; that is often two or three months.
not-tonight-cancer-treatment = Please ask your team first; very often a light rub is welcome, and they know where and when.
not-tonight-catching-skin = Some skin troubles travel with the hands. Wait until it has healed.

## A rub, and what is different
tonight-pregnant = A light rub is fine, and how you lie is up to you. If it is early, or you are unsure, ask the midwife.
tonight-pregnant-20 = Light, and on your side with pillows or sitting: the belly needs its room.
tonight-blood-thinners-brittle-bones = Light hands only: skin and bones that are easily hurt do not say so in time.
tonight-cancer-cleared = Light, and well away from any place that was treated, as your team told you.
tonight-breast-operation = Light, and that side of the upper back just as you say, or not at all. Your team can tell you more.
tonight-less-feeling = Light: where feeling is dulled, the number you say cannot warn in time.
tonight-joints-slip = Light, and nobody moves your arm: what slips easily is best left where it lies.
tonight-frail-old = Light and not too long; warm hands do the work.
tonight-child = Gentle, dressed, short, with a parent there; and it ends the moment the child says so.
tonight-fits-asthma-panic = A rub is fine. Tell each other now what to look out for and what to do, and leave scent out.
tonight-cannot-lie-on-front = Then not on the front: sitting, or on one side, works as well.
tonight-injury-operation = Light, and nowhere near what is still healing.
tonight-skin-trouble = Hands go well round that place; elsewhere nothing is lost.
tonight-patch-device = Hands go well round it, with no oil and no warmth there.
tonight-bruise-strain = Fresh bruises and strains are left in peace for a few days; the rest is fine.
tonight-new-scar = Hands go round it until it has healed, six weeks or more.
tonight-changed-mole = Hands go round it, and somebody should have a look at it soon; most are harmless.
tonight-veins = Hands go round them; pressing there would not help.
tonight-injection-implant = Hands go round that place while it settles.
tonight-allergy-nuts = Sunflower or rapeseed oil instead; try a little on the inner arm first.
tonight-allergy-scent = A plain oil without scent; try a little on the inner arm a day before.
tonight-latex-later = Any oil harms latex: wash hands and skin well in between, or go without oil.
tonight-acne = Very little, and a light oil; or through a shirt.

## What an answer changes
care-unanswered = The health question is open, so it goes no firmer than a proper rub and leaves tender spots alone.
care-light = Everything stays gentle tonight: no leaning, no tapping, no tender spots.
care-ask-first = If someone looks after your health, ask them about rubs; until then it stays this light.
care-lie-comfortably = Lie only as long as it is comfortable; turn or sit up whenever you like.
care-not-on-front = Not on the front tonight: sitting, or on one side with pillows.
care-look-at-skin = Look at the skin before and after; if a mark comes up, lighter still.
care-leave-place = Mark the place on the drawing, and hands go well round it.
care-no-oil-near-it = No oil and no warmth on it or near it.
care-guardian = A parent or guardian stays in the room, clothes stay on, and it ends whenever the one who lies there says so.
care-agree-signs = Agree beforehand what to look out for, and what you would both do then.
care-no-scent = Nothing scented, neither oil nor candle.
care-arm-still = The arm stays where it lies; nobody lifts or turns it.
care-have-it-seen = Somebody should have a look at that place, soon and without worry.
care-no-nuts = An oil without nuts or sesame: sunflower or rapeseed.
care-try-arm = Try a little of it on the inner arm first, best a day before.
care-wash-hands = Oil harms latex: wash hands and skin well before it is used.
care-light-oil = Very little of a light oil, or none.

## What a card has learnt
learnt-pressure = { $direction ->
    [firmer] A little firmer on { place-shown } than others like it
    [softer] A little softer on { place-shown } than others like it
   *[same] As planned on { place-shown }
  }, from { $answers ->
    [one] one answer
   *[other] { $answers } answers
  }.
learnt-liking = { $liking ->
    [more] More
    [less] Less
   *[same] As much
  } of { technique-learnt } { $liking ->
    [same] as planned
   *[other] than planned
  }, from { $answers ->
    [one] one answer
   *[other] { $answers } answers
  }.
technique-learnt = { $technique ->
    [resting-hands] { technique-resting-hands }
    [effleurage] { technique-effleurage }
    [petrissage] { technique-petrissage }
    [knuckle-circles] { technique-knuckle-circles }
    [gutter-glide] { technique-gutter-glide }
    [blade-circles] { technique-blade-circles }
    [tender-spot-hold] { technique-tender-spot-hold }
    [waist-spread] { technique-waist-spread }
    [side-pull] { technique-side-pull }
    [feather-strokes] { technique-feather-strokes }
    [tapotement] { technique-tapotement }
    [clothed-rub] { technique-clothed-rub }
    [hug-rub] { technique-hug-rub }
    [palm-press] { technique-palm-press }
   *[caress] { technique-caress }
}
