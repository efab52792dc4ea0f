### The page of a second device: the receiver's phone, a watcher's, a second screen. Few words, read at arm's length.

## Coming in

phone-title = backrub
phone-loading = A moment …
phone-join = Join
phone-code = The six letters and digits on the other screen
phone-code-how = Ask the one who gives for them. They work once.
phone-enter = Come in
phone-no-wrong = That code opens nothing. Look once more; each works once, for ten minutes.
phone-no-wait =
    { $seconds ->
        [one] A second of patience, then once more.
       *[other] { $seconds } seconds of patience, then once more.
    }
phone-no-locked = Too many wrong codes. Ask for a new one.
phone-no-gone = You are not joined any more. Anything you want: say it aloud.
phone-no-unreachable = The coach’s machine does not answer. Are you on the same Wi-Fi?

## The compass

phone-compass = What you want
phone-softer = softer
phone-just-right = just right
phone-firmer = firmer
phone-stay = stay
phone-not-there = not there
phone-stop = stop
phone-pause = rest the hands
phone-stop-how = Hold a finger anywhere to stop.
phone-stop-say = Or say stop. No reason needed.
phone-practise = Try it with your eyes shut. Nothing is sent yet.
phone-resting = Hands are resting.

## A question

phone-how-is-it = How is it?
phone-how-much = How much is it, one to ten?
phone-no-answer = No answer is fine: nothing changes.
phone-rate-1 = barely there
phone-rate-2 = light
phone-rate-3 = gentle
phone-rate-4 = comfortable
phone-rate-5 = firm
phone-rate-6 = strong
phone-rate-7 = good hurt
phone-rate-8 = too much
phone-rate-9 = hurts
phone-rate-10 = stop

## A tender spot

phone-hold-seek = Is this the sore one?
phone-hold-still = Easing, the same, or worse?
phone-spot-here = here, this one
phone-spot-not-found = nothing there
phone-easing = easing
phone-same = the same
phone-worse = worse
phone-radiates = it spreads or tingles

## Stop, and the end

phone-stopped = Stopped.
phone-stopped-rest = Hands are resting.
phone-stopped-how = Nothing more, unless you want it.
phone-stop-unheard = Say stop aloud too: the coach has not heard it yet.
phone-resume = Go on, gently
phone-finished = Stay as long as you like.
phone-finished-how = There is nothing to do. You can put the phone away.

## What is amiss

phone-lost = No line to the coach. Say it aloud; what you tap is kept.
phone-unsent = Kept. Say it aloud too.
phone-slept = This phone fell asleep. Set its auto-lock to never for this hour.
phone-auto-lock = This phone may fall asleep. Set its auto-lock to never for this hour.

## Watching

phone-watch-planned = Not begun
phone-watch-preparing = Getting ready
phone-watch-running = Hands on
phone-watch-paused = Hands are resting
phone-watch-finished = It is over
phone-watch-left = { $time } left
phone-watch-here = Their phone is here.
phone-watch-away = Their phone is not here.
