/*
 * watch_layout.h - the pages of a report laid out behind the back of "gradient watch", for what there is to say of them.
 *
 * Purpose:   the page in the browser is made without pages, so that it is there quickly; that a table is too wide for
 *            paper, or a box too high, shows only when pages are laid out. That is done afterwards by a process of its own,
 *            which has all of the report in memory as it stands, and ends when the report changes meanwhile.
 */
#ifndef GRADIENT_RUN_WATCH_LAYOUT_H
#define GRADIENT_RUN_WATCH_LAYOUT_H

#include <sys/types.h>

struct diag_list;
struct run;

/* answer is readable when it has an answer, or has ended without; -1: none is under way. */
struct watch_layout {
	pid_t process;
	int answer;
};

struct watch_layout watch_layout_none(void);

/* Begins with a run whose document is resolved; one that is under way must be stopped before. */
void watch_layout_begin(struct watch_layout *layout, const struct run *run);

/* Waits for the answer: messages that are added to the list. */
void watch_layout_end(struct watch_layout *layout, struct diag_list *diags);

/* Ends it if it is under way; its answer is not wanted any more. */
void watch_layout_stop(struct watch_layout *layout);

#endif
