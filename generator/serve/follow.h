/*
 * follow.h - waits until files change, or until the program is told to end.
 *
 * Purpose:   an author saves a file, and the report is made anew. Folders are watched, not files: many editors write
 *            a new file and rename it into place. A change is told when nothing more has come for some milliseconds.
 * Signals:   SIGINT, SIGTERM and SIGHUP are held back while a follower lives, in threads begun after it too, and are
 *            told by follower_wait(): whoever works in between is not torn off.
 * Source:    inotify(7), signalfd(2) of Linux.
 */
#ifndef GRADIENT_SERVE_FOLLOW_H
#define GRADIENT_SERVE_FOLLOW_H

#include <stdbool.h>
#include <stddef.h>

struct follower;

/* NULL with the reason in errno. */
struct follower *follower_new(void);

/* Accepts NULL. */
void follower_free(struct follower *follower);

struct followed {
	const char *const *files; /* may lack, also the folder that they would be in */
	size_t file_count;
	const char *const
		*folders; /* in which every file counts, but for hidden and backup files */
	size_t folder_count;
};

/* From now on these, and no others. False with the reason in errno when one cannot be watched. */
bool follower_set(struct follower *follower, const struct followed *followed);

/* From now on an open file too, until there is something to read in it; -1: none. */
void follower_listen(struct follower *follower, int file);

enum follower_news { FOLLOWER_CHANGE, FOLLOWER_END, FOLLOWER_ANSWER, FOLLOWER_NOTHING };

/* Waits so many milliseconds at most. FOLLOWER_ANSWER: of the file that is listened to. */
enum follower_news follower_wait(struct follower *follower, int milliseconds);

#endif
