/*
 * disclosure_log.h - what disclosure control did, for the lead of information governance.
 *
 * The files hold no counts of people. They do not tell a figure that is small from one that is hidden so that
 * a small one cannot be worked out: that would help to work it out.
 */
#ifndef GRADIENT_RUN_DISCLOSURE_LOG_H
#define GRADIENT_RUN_DISCLOSURE_LOG_H

struct buffer;
struct results;

/* A row for every figure of which something is hidden: what, by which rule, of which source. */
void disclosure_log_write(const struct results *results, struct buffer *out);

/*
 * A row for every source: its rule in words, where the rule is from, how much it hides. How many counts rounding
 * has changed is not told: it would say of a number that is shown whether it is exact.
 */
void disclosure_summary_write(const struct results *results, struct buffer *out);

/*
 * The same for the terminal of whoever makes the report, with how much was hidden for being small and how
 * much further. Nothing when no source has a rule that hides or changes counts.
 */
void disclosure_say(const struct results *results, struct buffer *out);

#endif
