### The terminal, the server's own lines on the pages, and the archive of what was kept.

## A plan

title-as-written = { $text }

# $first and $last are pressure words, such as "light" and "firm".
plan-pressure-range = { $first } to { $last }

# Steps without a technique.
step-stroke = a stroke
step-hold = a tender spot
step-rest = hands rest
step-ask = ask
step-say = a word
step-move = change place
step-turn = turn the head
step-turn-over = turn over
step-break = a break
step-oil = more oil

plan-summary =
    { $position ->
        [seated] { $minutes } minutes sitting
        [side-lying] { $minutes } minutes on the side, { $surface ->
            [table] on a table
            [bed] on a bed
            [chair] on a chair
           *[mat] on a mat
        }
       *[prone] { $minutes } minutes { $surface ->
            [table] on a table
            [bed] on a bed
            [chair] on a chair
           *[mat] on a mat
        }
    }, { $glide ->
        [oil] with oil
        [lotion] with lotion
        [clothed] through clothes
       *[dry] with dry hands
    }

# Where a plan rests on a guess.
guess-shares = How the minutes are shared out is our own guess, fitted to six plans of one teacher.
guess-area = How much time usually goes to { place-shown } is one teacher’s judgement.
guess-intention = { $intention ->
    [closeness] What closeness changes is our own guess.
    [practise] What practising changes is our own guess.
   *[other] What the purpose changes is our own guess.
}
guess-hands = { $hands ->
    [small] What small hands do better is our own guess.
    [weak] What weak hands do better is our own guess.
   *[sore-back] What spares the giver’s back is our own guess.
}

# Several phrases as one sentence.
list-and = { $rest } and { $last }
list-sentence = { $text }.

# One wish among several that cannot all be met, as a button that drops it.
asked-minutes = { $minutes ->
    [one] one minute: take { $instead }
   *[other] { $minutes } minutes: take { $instead }
}
asked-lasts-min = the giver goes on for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
asked-tense = { $level ->
    [1] a little tense: { place-shown }{ asked-side }
    [2] quite tense: { place-shown }{ asked-side }
   *[3] very tense: { place-shown }{ asked-side }
}
asked-tender = a tender spot: { place-shown }{ asked-side }
asked-avoid = leave alone: { place-shown }{ asked-side }
asked-side = { $side ->
    [left] , left
    [right] , right
   *[both] {""}
}
asked-marks = { $kind ->
    [mole] go round the mole
    [bruise] go round the bruise
    [scar] go round the scar
    [sunburn] go round the sunburn
    [patch] go round the patch
   *[not-there] go round the spot
}
asked-position = { $position ->
    [seated] sitting
    [side-lying] lying on one side
   *[prone] lying on the front
}
asked-surface = { $surface ->
    [table] on a table
    [bed] on a bed
    [chair] on a chair
   *[mat] on a mat
}
asked-glide = { $glide ->
    [lotion] with lotion
    [dry] on dry skin
    [clothed] through clothes
   *[oil] with oil
}
asked-intention = { $intention ->
    [comfort] for comfort
    [closeness] for closeness
    [sore] for sore muscles
    [wake] to wake up
    [sleep] to fall asleep
    [practise] to practise
   *[unwind] to unwind
}
asked-holds = { $holds ->
    [no] no tender spots
   *[yes] hold tender spots
}
asked-firm = likes it firm
asked-deep = “deep, it should hurt”
asked-soft = likes it light
asked-woken = wake them at the end
asked-first-time = our first time

## The first page

start-data-note = While a session runs, its log is kept on this computer and nowhere else. At the end you decide whether it stays.
start-voice-name = the voice that comes with the coach
start-voice-sample = This is how I sound. Turn it down until it is just loud enough.

## Commands over the line

refused-not-saved = It was done, but it could not be written to disk.

## Tables and screens in the terminal

cli-when = at
cli-long = for
cli-what = what
cli-where = where
cli-pressure = pressure
cli-why = why
cli-clash = { $count ->
    [one] This cannot be had as it is: { $wishes }.
   *[other] Not all of this together; drop any one: { $wishes }.
}
cli-five-more = With five more minutes: { $what }
cli-swap = { $minutes ->
    [one] One minute each
   *[other] { $minutes } minutes each
}, and { $change ->
    [one] one minute
   *[other] { $change } minutes
} to change places. { $first ->
    [other] The other one lies down first.
   *[one] The one whose wishes these are lies down first.
}
cli-status-planned = Not begun
cli-status-preparing = Getting ready
cli-status-running = Under way
cli-status-paused = Paused: hands rest, still
cli-status-stopped = Stopped: hands away
cli-status-finished = Done
cli-left = { $step } of this, { $all } in all
cli-next = Then: { $what }
cli-keys = space pause · → next · ← back · s stay · ↓ softer · ↑ firmer · 1–9 how it feels · t tender spot · Esc stop
cli-keys-preparing = Enter: ready · Ctrl-C ends it
cli-no-player = No program here plays sound, so the lines are only shown.
cli-no-voice = There is no voice on this machine, so the lines are only shown.

## The archive

cli-account-head = A back rub on { $day }

## The page of a technique, for whoever writes routines. Markdown; $unit is that of the pace.

page-technique =
    {""}**{ $id }** · { $name }

    { $how }

    Hands: { $hands }.
    Places: { $places }.
    Felt pressure: { $least } to { $most }. { $unit ->
        [cm_per_s] Pace: { $slowest } to { $quickest } cm/s.
        [per_min] Pace: { $slowest } to { $quickest } a minute.
       *[still] Hands lie still.
    } Usually { $seconds } s.

    { $source } Certainty: { $certainty }.
