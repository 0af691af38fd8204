"""What `screenr gate --init` writes: files that say in themselves what can be said in them."""

from screenr.config.policy_file import DECISIONS_NAME, POLICY_NAME

_POLICY = """\
# The policy of `screenr gate`: which lists are asked, and which matches stop a build.
# What stands here commented out is the default.

# The lists, by id or pattern; `screenr lists status` shows them all, and `!` leaves one out. The
# list of section 7031(c), persons barred from entry, is published nowhere as a file, so that nobody
# can confirm it and it is always too old.
lists: ["*", "!us-state-7031c"]

# How near a name must be to a listed one, from 0 to 1.
# threshold: 0.80

# What these counterparties are for: buy, sell, import, invest, pay, federal, market, visit.
# Only effects on these activities decide; without this line all do.
# activities: [buy, import, federal]

# listed: every match fails. Or fail only where an effect on the activities is this severe or worse,
# mildest first: see_entry, red_flag, conditional, denied_approval, presumed_prohibited,
# license_required, prohibited.
fail_on: listed

# Lists that were last confirmed longer ago than this cannot answer: the gate then ends 3.
max_age_days: 30

# The reviewed decisions, seen from the folder of this file.
decisions: screenr-decisions.yaml
"""

_DECISIONS = """\
# Reviewed matches. `screenr decide` writes them here, and this file goes through review like code.
# A decision holds for one counterparty and one designation as it stood: when the counterparty is
# renamed, the designation changes or the day in `expires` passes, the match is open again.
#
# - counterparty: Acme Robotics GmbH       # as in the supplier file
#   designation: us-bis-entity-list:…
#   verdict: false_positive                # two parties; or accepted, or true_match
#   reason: another company, checked by its commercial register number
#   by: jane@example.com
#   on: 2026-11-22
#   expires: 2027-11-22                    # the last day on which it holds
#   digest: …                              # of the designation as it stood; screenr writes it
"""

TEMPLATES = {POLICY_NAME: _POLICY, DECISIONS_NAME: _DECISIONS}
