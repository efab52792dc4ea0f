### The pages: every word they show that is not a cue. Short, warm, for an ordinary person; sentence case.

## Everywhere

app-name = backrub
loading = A moment …
failed-no-server = The coach does not answer. Is it still running?
close = Close
back-to-start = Back to the first page
running-elsewhere = A back rub is going on.
running-go-back = Go back to it

## Tonight: what is asked beforehand

tonight-title = Tonight
tonight-lead = Say how long, and where. The rest is led by ear.
tonight-minutes-label = How long
tonight-minutes =
    { $minutes ->
        [one] minute
       *[other] minutes
    }
tonight-minutes-value =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
tonight-where = Where is it tight?
tonight-where-how = Tap a place. Tap again for more.
tonight-where-hold = Press and hold to leave a place alone.
tonight-where-hold-short = Hold: not here.
tonight-where-keys = With the keyboard: Enter for more, Delete to leave a place alone.
tonight-map = The receiver’s back, seen from behind. Left and right are theirs.
map-patterns = Hatched is bone: hands keep off. Dotted: only lightly.
level-0 = not tight
level-1 = a little
level-2 = quite
level-3 = very
level-avoid = leave alone
level-avoided = left alone
places-shoulders-left = left shoulder
places-shoulders-right = right shoulder
places-shoulders-both = both shoulders
places-between-blades-left = left of the spine, between the blades
places-between-blades-right = right of the spine, between the blades
places-between-blades-both = between the blades
places-blades-left = round the left blade
places-blades-right = round the right blade
places-blades-both = round both blades
places-gutters-upper-left = left of the spine, upper
places-gutters-upper-right = right of the spine, upper
places-gutters-upper-both = beside the spine, upper
places-gutters-lower-left = left of the spine, lower
places-gutters-lower-right = right of the spine, lower
places-gutters-lower-both = beside the spine, lower
places-sides-left = left side
places-sides-right = right side
places-sides-both = both sides
places-waist-left = low back, left
places-waist-right = low back, right
places-waist-both = low back
glide-label = On the skin
glide-oil = With oil
glide-lotion = Lotion
glide-dry = Dry skin
glide-clothed = Shirt on
surface-label = Lying or sitting on
surface-mat = Mat
surface-table = Table
surface-bed = Bed
surface-chair = Chair
relation-label = Who is giving to whom
relation-partners = Partners
relation-friends = Friends
relation-family = Family, care
health-label = Before anything
health-question = Any of these?
health-line = pregnant · blood thinners, brittle bones · fever or ill · recent injury or operation · numb, tingling, or new pain nobody has explained · skin trouble, patch, device
health-none = None
health-something = Something
health-unanswered = The question above left open: nothing strong, and no tender spots.
health-which = Which? The coach goes round it, or says if tonight is not the night.
health-other = For anything not ticked here, it stays light everywhere.
health-all = All the questions
health-lead = Tick what fits. Each answer says at once what it changes, and none of them is kept.
health-none-of-these = None of these
health-leave = Leave it open
health-open = Not answered yet: nothing strong, and no tender spots.
health-was-none = You said: none of it.
health-was-something = You said: something, and not what. It stays light.
health-some =
    { $count ->
        [one] One thing is ticked.
       *[other] { $count } things are ticked.
    }
not-tonight-title = Not tonight
not-tonight-emergency = Please call for help now
intake-title = Tell me more
intake-lead = All of it can stay as it is. What you say shapes tonight’s plan, and is forgotten with it.
intake-done = Done
more-intention = What it is for
intention-unwind = Unwind
intention-comfort = Comfort
intention-closeness = Closeness
intention-sore = Sore muscles
intention-wake = Wake up
intention-sleep = Fall asleep
intention-practise = Practise
sore-advice = Muscles that need treatment are for a trained therapist. A gentle rub is fine where nothing forbids it.
more-receiver = The one lying down
liked-label = How firm they like it
liked-soft = Light
liked-usual = As it comes
liked-firm = Firm
more-firm = Likes it firm
more-deep = Asked for “deep, it should hurt”
deep-advice = Firm is fine; pain is not what helps. The plan goes as deep as is kind. For deeper work, see a trained therapist.
position-label = How they lie
position-auto = As it suits
position-prone = On the front
position-side-lying = On one side
position-seated = Sitting
position-hug = A hug
position-advice-side-lying = Two halves with a turn. Pillows under the head and between the knees, one to hug.
position-advice-seated = Leaning on a chair’s back or a table, on a pillow, feet flat on the floor.
position-advice-hug = A hug is learnt before, never led: nobody wants a voice in it.
more-first-time = Our first time
more-ticklish = Ticklish
more-woken = Wake them at the end
more-skin = On the skin
glide-advice-oil = Plain oil, warmed in the palms: { $nuts ->
        [no] sunflower or rapeseed, none from nuts or sesame.
       *[yes] sunflower, rapeseed or coconut. Ask about nuts before almond or sesame.
    } Nothing watery, which is gone in half a minute.
glide-advice-lotion = A plain lotion that stays slippery. Thin, watery ones are gone in half a minute, and then skin drags.
glide-advice-dry = Dry skin drags under long strokes, so they stay light. A little oil makes more possible.
glide-advice-clothed = The cloth goes with the hand: pressing and slow circles, no gliding. A soft, thin shirt is best.
more-nut-allergy = Nut or sesame allergy
more-scent-free = Nothing scented
more-latex = Condoms or other latex later
latex-advice = Oil and lotion weaken latex within a minute. Wash hands and skin well before, or go without.
more-holds = Tender spots
holds-auto = Where it fits
holds-yes = Yes
holds-no = No
more-giver = The one giving
more-weak-hands = My hands are weak
weak-advice = Strength is not what makes it good. Skin is stroked, slowly and one way, and you lean in place of gripping.
more-small-hands = My hands are small
more-cannot-kneel = Kneeling is hard
more-sore-thumbs = Thumbs are sore
more-sore-back = My back is sore
more-swap = We both get one
swap-advice = Two halves of the same length, with a little time to change in between.
experience-label = How often you have done this
experience-new = Never
experience-some = Now and then
experience-practised = Often
lasts-label = How long you can go on
lasts-any = Long enough
lasts-minutes = { $minutes } min
room-label = The room
room-how = How warm it is
room-warm = Warm
room-cool = Cool
cool-advice = Somebody cold is somebody tense. Warm the room if you can, and cover what is not worked.
more-talk = How much the voice says
talk-guide = Guide me
talk-quiet = Quiet
talk-nearly-silent = Nearly silent
more-body = Body size, for the drawn back
body-stature = Height, cm
body-mass = Weight, kg
body-sex = Build
sex-any = No matter
sex-f = Female
sex-m = Male
spots-add = Mark a spot
spots-what = What is there?
spots-how-tender = Tap its place, and again to take it away. It is warmed first, then held still, never rubbed. By keys: Enter on the place.
spots-held = to be held
spots-how = Tap it on the back, or drag for its size. Tap it again to take it away. With the keyboard: Enter on a place, then arrows to move the spot, plus and minus for its size.
spots-done = Done
spots-remove = Take away: { $spot }
spots-remove-short = take away
spots-across = { $cm } cm across
spots-gone = taken away
mark-tender = Tender spot
mark-mole = Mole
mark-bruise = Bruise
mark-scar = Scar
mark-sunburn = Sunburn
mark-patch = Patch
mark-not-there = Not there
begin = Begin
begin-busy = Planning …
privacy = Nothing leaves this machine. While you rub, a short log is on its disk; afterwards you say keep or not.
spoken-tapped = { $place }: { $level }
begin-hug = Learn the hug
tonight-more = Tell me more
tonight-said = Also said: { $what }
tonight-no-card = A person card
tonight-card = With the card of { $name }
tonight-write = Take one from the library, or write your own

## A person card

card-title = A person card
card-lead = What one person likes, for next time. Nothing of health is on it, and it is kept only if you say so.
card-tonight = In use tonight: { $name }
card-look-at = Cards
card-kept = Kept on this machine
card-kept-none = None so far.
card-kept-nowhere = No cards are kept here. Save one as a file, or let their own phone hold it.
card-use = Use tonight
card-use-name = Use tonight: { $name }
card-look = Look
card-look-name = Look: { $name }
card-read-title = Read one
card-read-how = Scan its picture with a phone, or open where it was saved, and put the text here.
card-text = The card as text
card-read = Read it
card-file = open a file
card-was-read = The card is open.
card-make-title = Make one
card-make-how = Of what you have said for tonight, health left out.
card-make = Make one of tonight’s answers
card-new = A new card
card-name = Whose it is
card-stop = Do not use it
card-used = Its answers are in tonight’s.
card-keep = Keep it on this machine
card-saved = Kept, on this machine only.
card-is-kept = It is kept here. Every change is written down at once.
card-not-kept = It is not kept here unless you say so.
card-forget = Forget it
card-forgotten = Forgotten.
card-others = Other cards
card-picture = The card as a picture to scan
card-picture-how = Their own phone can hold it: scan this and keep the text, or save the file.
card-save = save as a file
card-says = What it says
card-free = What oil must be free of
free-nuts = Nuts and sesame
free-scent = Scent
free-latex = Anything latex would meet later
card-language = Language: { $language }
card-learnt = What was learnt
card-learnt-none = Nothing yet. It learns from what is said in rubs that you keep.
said-softer = Softer
said-as-planned = As planned
said-firmer = Firmer
said-less = Less
said-more = More
said-forget = forget
said-forget-what = Forget: { $what }

## The plan

plan-change = Change something
change-shorter = shorter
change-longer = longer
change-firmer = firmer
change-lighter = lighter
change-no-holds = no tender spots
change-answers = change my answers
plan-take = Take it with you
take-text = as text
take-json = as a file
take-print = on one page
plan-within-reach = First, within reach
plan-reach-more = { $count } more
plan-ribbon = The plan, step by step
plan-asks = ask how it is
plan-wider = wider is firmer
plan-gave-way = What gave way
plan-left-out = What found no room
plan-notes = Good to know
plan-more = With five more minutes
plan-why = Why
plan-time = { $from } to { $to }
plan-pressure = Pressure
plan-choose = Choose a step to see where it is and why.
lead-me = Lead me
lead-me-busy = Getting the voice ready …
phase-open = open
phase-warm-up = warm-up
phase-work = work
phase-finish = finish

plan-table-time = Time
plan-table-what = What
plan-table-where = Where
plan-table-how = How it feels

change-surprise = another plan
change-both = we both get one
change-alone = only one of us
plan-number = Plan number
plan-number-how = 0 is the best one. The same answers with the same number give the same plan again.
plan-best = the best one again
plan-pause = { $what } at { $time }, for { $long }.
plan-guesses = Where this is a guess
plan-no-guess = What is left alone, how firm and how long at most are no guesses: each has its source.
clash-title = Not all of this together
clash-one = This cannot be had as it is tonight; the plan does without. You can drop it.
clash-many = Drop any one of these, and the others can be had. Or leave it: the plan below does what it can.
clash-none-one = This leaves nothing to plan.
clash-none-many = Together they leave nothing to plan. Drop any one of them.
clash-nothing = No plan yet
clash-short-for-two = { $minutes ->
    [one] One minute is too short for two rubs, and for changing places.
   *[other] { $minutes } minutes are too short for two rubs, and for changing places.
}
clash-only-one = Then only one of you, or a little longer:
clash-drop = drop “{ $wish }”
changes-title = What has changed
changes-where = Where
changes-before = Before
changes-now = Now
changes-comes = New:
changes-goes = Gone:
changes-none = The plan stays as it was, minute for minute.
changes-no-other = For these answers there is no other plan as good.
changes-back = put it back
changes-told = { $title }. { $place }: { $now }, before { $before }.
changes-impossible = That leaves nothing to plan, so the plan stays. { $why }
what-if = What if …
what-if-how = Turn something: the plan above follows at once, and below it says what has changed.
what-if-pressure = How firm
what-if-together = How long, both together
firmness-light = light
firmness-usual = as usual
firmness-firm = firm
both-how = { $minutes ->
    [one] One minute each
   *[other] { $minutes } minutes each
}, and { $change ->
    [one] one minute
   *[other] { $change } minutes
} to change places.
both-whose = Whose plan
both-first = first
both-then = then
both-then-how = The plan of whoever is second. What they wish can be set below, or when they lie down; about their health they are asked then.

## Changing places

swap-title = Change places
swap-lead = Whoever gave lies down now. { $minutes ->
    [one] One minute
   *[other] { $minutes } minutes
}, as long as the other one had. No hurry.
swap-wash = Wash your hands, and warm them.
swap-towel = A dry towel to lie on.
swap-drink = A glass of water for both.
swap-decline = Leave it at this for tonight

## A hug

hug-lead = Read it, then put this away. Nobody wants a voice in a hug.
hug-map = A back seen from behind. One hand stays where it is, the other strokes slowly beside the spine.

## Sound, before hands are oily

sound-title = Can you hear me?
sound-device = A voice of this device, { $name }. It stays on this device.
sound-clips = The coach’s own voice, made on this machine.
sound-captions = No voice here. Every word will be on the screen.
sound-try = Play it
sound-volume = How loud
sound-sample = When this stroke ends, slower. There is no hurry.
sound-awake = The screen will stay on.
sound-not-awake = This browser may let the screen go dark. Set its auto-lock to never for now.
sound-press-any = Press any key for sound
sound-press-any-how = Or touch the screen. Nothing was missed: the words go on below.

## Leading

lead-title = Leading
lead-left = { $time } left
lead-ready = Ready
lead-ready-how = or any key, or an elbow
lead-preparing = First, without hurry
lead-again = Lightly again
lead-stay = stay
lead-stay-how = half a minute more
lead-next = next
lead-next-none = nearly done
lead-next-near = { $what }, near side
lead-next-far = { $what }, far side
lead-next-same-firmer = the same, a little firmer
lead-next-same-lighter = the same, lighter
lead-next-same-on = the same again
lead-next-where = { $what }, { $area }
lead-pause = Pause: rest your hands
lead-map = The back as you see it, with two hands moving
lead-where-near = Near side, { $area }
lead-where-far = Far side, { $area }
lead-where-none = { $area }
lead-where-left = { $area }, their left
lead-where-right = { $area }, their right
lead-time-left = Time left in this step
lead-pressure = Pressure
lead-head = head
lead-you = you
lead-lying-left = on their left side
lead-lying-right = on their right side
lead-next-word = next
their-words = Their words
word-softer = softer
word-just-right = just right
word-firmer = firmer
word-stop = stop
word-not-there = not there
more-open = More
connection-lost = working on its own
connection-lost-how = The coach’s machine is out of reach. The plan goes on; what you ask waits.
connection-gone = This session is over on the coach’s machine.
pressure-1 = barely there
pressure-2 = light
pressure-3 = gentle
pressure-4 = comfort{"\u00AD"}able
pressure-5 = firm
pressure-6 = strong
pressure-7 = good hurt
pressure-8 = too much
pressure-9 = hurts
pressure-10 = stop

## A tender spot

hold-seek = Find the sore one
hold-sink = Sink in slowly
hold-still = Keep still
hold-release = Ease out
hold-broad = Wide strokes over it
hold-spot-here = here
hold-spot-here-how = this is the one
hold-not-found = nothing
hold-not-found-how = leave it be
hold-lump = a lump
hold-lump-how = go round it
hold-number = One to ten, how much is it?
hold-ask = Ask
hold-thirds = Easing, the same, or worse?
hold-easing = easing
hold-easing-how = same weight, stay
hold-same = the same
hold-same-how = ease out, wide strokes
hold-worse = worse
hold-worse-how = off, slowly, flat hand
hold-eased = it has gone
hold-radiates = it spreads or tingles
hold-breath-held = breath held
hold-breathe = Breathe as they do
hold-left =
    { $seconds ->
        [one] a second more, or less
       *[other] { $seconds } seconds more, or less
    }
hold-half = half a minute more, or less

## Pause and stop

pause-title = Rest your hands
pause-how = Flat and still. No hurry.
pause-resume = Go on
pause-resume-how = three light strokes first
stop-title = Hands away, gently.
stop-how = Nothing more, unless they want it.
stop-before = Stopped. Nothing has begun.
stop-before-resume = Get ready again
stop-before-resume-how = when you both want to
stop-before-end = Leave it there

## The quiet drawer

drawer-title = Quietly
drawer-hush = Hush
drawer-hush-how = asleep, or in tears: no more questions
drawer-tired = My hands are tired
drawer-tired-how = easier for you, from here on
drawer-spot = Tender spot, here
drawer-spot-how = hold it now
drawer-not-there = Not there
drawer-not-there-how = leave this place
drawer-back = Back
drawer-back-how = the step before
drawer-longer = Five more minutes
drawer-end-in = End in
drawer-end-1 = 1 min
drawer-end-3 = 3 min
drawer-end-5 = 5 min
drawer-volume = How loud
drawer-keys = Keys
keys-title = Keys
keys-space = Space
keys-any-number = 1 to 0
keys-right = →
keys-left = ←
keys-up = ↑
keys-down = ↓
keys-pagedown = Page down
keys-pageup = Page up
keys-escape = Escape
keys-pause = pause, go on
keys-next = next
keys-back = back
keys-firmer = firmer
keys-softer = softer
keys-stay = stay
keys-just-right = just right
keys-not-there = not there
keys-spot-here = tender spot, here
keys-hush = hush
keys-tired = my hands are tired
keys-stop = stop
keys-rate = the number they say
keys-help = this sheet
keys-headset = Headset and media keys pause, go on, next and back.

## A routine, as text

routine-title = A routine of your own
routine-lead = One line, one thing to do. What could hurt or bore is said while you write.
routine-text = The routine, line by line
routine-empty = for: 5 min on a mat, with oil
routine-tools = What to do with the text
routine-library = Library
routine-library-choose = Begin with one of these …
routine-new = an empty page
routine-shelved = { $minutes } min · { $title }
routine-open = open
routine-save = save
routine-format = lay out
routine-mend = mend { $count }
routine-mend-this = mend this
routine-mend-this-line = mend this, in line { $line }
routine-mend-all = mend { $count }, changing the rub
routine-opened = { $name } is open.
routine-saved = Saved as { $name }.
routine-laid-out = Laid out.
routine-laid-out-already = It was laid out already.
routine-mended =
    { $count ->
        [0] Nothing could be mended by itself.
        [one] One thing is mended. Undo brings it back.
       *[other] { $count } things are mended. Undo brings them back.
    }
routine-findings = What to look at
routine-nothing = Nothing to say: a kind rub.
routine-count =
    { $graver ->
        [0] { $rest ->
            [one] One thought.
           *[other] { $rest } thoughts.
        }
        [one] One thing to change{ $rest ->
            [0] .
           *[other] , and { $rest } more to think of.
        }
       *[other] { $graver } things to change{ $rest ->
            [0] .
           *[other] , and { $rest } more to think of.
        }
    }
routine-error = Has to change
routine-warning = Better changed
routine-info = A thought
routine-line = line { $line }
routine-allowed = Allowed: { $reason }
routine-why = Why { $code }
routine-here = The line of the cursor, on the back
routine-here-none = Put the cursor in a line with a stroke to see its hands.
routine-no-steps = The ribbon appears with the first stroke.
routine-length = { $time } in all.
routine-lead-this = Lead this
routine-lead-not = It can be led once nothing has to change.

## After

after-quiet = Quiet
after-title = Stay as long as you like.
after-how = Cover them. Shake out your hands.
after-asleep = They are asleep. Cover them, and leave it there.
after-trace = Where the hands were
after-keep = Keep this session?
after-no = No
after-yes = Yes
after-default = No answer means no.
after-touch = Touch anywhere when your hands are dry.
after-gone = Nothing of it is left on this machine.
after-kept = Kept, on this machine only.
after-delete = To see where: ./backrub data --where. To delete it: ./backrub data --erase. Where the coach was started with --data, the same goes with these.
after-liked = One thing each of you liked?
after-tender = A little tender tomorrow is usual after firm work. Longer than two days, or numb: have it seen.
after-oil = Oil weakens latex.
after-next = For next time
after-on-card = Written on the card of { $name }:
after-no-card = This is what was learnt. It goes on a card only if you keep one.
after-no-card-here = This is what was learnt. No card is kept here; save it as a file, or it is gone.
after-learnt-none = Nothing new was said tonight.
after-liked-which = Did they like one of these best?
after-card-keep = Keep a card
after-card-look = Look at the card
after-cards = Cards
after-again = Done
after-swap = Change places

## A second device

door-open = Let their phone join
door-title = Another device
door-phone-here = Their phone is here.
door-phone-away = Their phone is away. Ask aloud.
door-invite = Whom to let in
door-invite-receiver = Their phone
door-invite-watcher = Someone who watches
door-invite-giver = A second screen
door-scan-receiver = Scan it with the phone of the one lying down, and put it by their thumb.
door-scan-watcher = Scan it with the phone of whoever watches. They see, and may say stop.
door-scan-giver = Scan it with the larger screen. It shows what this one shows, without a sound.
door-type = Or open this address there and type the code:
door-picture = A code to scan for { $address }
door-addresses = This machine is on several networks. The phone’s is
door-locked = Somebody tried many wrong codes. Nobody is let in until you make a new one.
door-guest-receiver = Their phone
door-guest-watcher = Someone who watches
door-guest-giver = A second screen
door-here = here
door-away = away
door-revoke = send away
door-close = Let nobody join any more
door-trouble = It does not connect?
door-trouble-wifi = Both have to be on the same Wi-Fi. A phone on mobile data is not.
door-trouble-guests = Guest networks often keep devices apart. Use the ordinary one, or the phone’s own hotspot.
door-trouble-firewall = A firewall on this machine may ask whether others may connect. Say yes for home networks.
door-trouble-address = Type the address as it is shown, with http:// and the number after the colon. With several, try the next.
