# The health line: its choices, why there is no rub today, and what an answer changes. Kind, plain, never a diagnosis.
# An effect says what is done, never why: answers are not kept and must not be readable from what is.

## The choices
health-pregnant = pregnant
health-pregnant-20 = pregnant, 20 weeks or more
health-blood-thinners-brittle-bones = blood thinners or brittle bones
health-fever-ill = fever, or ill
health-injury-operation = recent injury or operation
health-numb-tingling = numb or tingling
health-new-pain = new pain nobody has explained
health-skin-trouble = skin trouble
health-patch-device = a patch or device on or under the skin
health-drunk-high = drunk or high
health-emergency = numb between the legs, bladder or bowel changed, both legs weak; or crushing pain in chest or back, no breath, face or speech changed
health-child = a child
health-cannot-lie-on-front = cannot lie comfortably on the front

## No rub today
not-tonight-fever-ill = A body with a fever wants rest more than rubbing. Not today: tea, a blanket and company instead.
not-tonight-numb-tingling = Numbness or tingling should be looked at before anyone presses on a back. Not today, then.
not-tonight-new-pain = New pain that nobody has explained should be seen first. No rub today.
not-tonight-drunk-high = After drink or drugs it is hard to say what feels right. Not tonight; another day, gladly.
not-tonight-emergency = This needs help now. Please call the emergency number.

## What an answer changes
care-unanswered = The health question is open, so it goes no firmer than a proper rub and leaves tender spots alone.
care-light = Everything stays gentle tonight: no leaning, no tapping, no tender spots.
care-ask-first = If someone looks after your health, ask them about rubs; until then it stays this light.
care-lie-comfortably = Lie only as long as it is comfortable; turn or sit up whenever you like.
care-not-on-front = Not on the front tonight: sitting, or on one side with pillows.
care-look-at-skin = Look at the skin before and after; if a mark comes up, lighter still.
care-leave-place = Mark the place on the drawing, and hands go well round it.
care-no-oil-near-it = No oil and no warmth on it or near it.
care-guardian = A parent or guardian stays in the room, clothes stay on, and the child may end it at any time.
