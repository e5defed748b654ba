/*
 * changes_parts.h - what changed since an earlier statement; shared by the changes*.c files of this folder alone.
 */
#ifndef GRADIENT_RESOLVE_CHANGES_PARTS_H
#define GRADIENT_RESOLVE_CHANGES_PARTS_H

#include "changes/changes.h"
#include "model/earlier.h"
#include "resolve/resolver.h"

struct news {
	struct resolver *resolver;
	const struct scope *scope;
	const struct earlier_statement *earlier;
	const struct changes *changes;
	const struct published *now; /* the results of the report */
	const char *statement;       /* as sentences name it */
	int organisation;
};

/* The results of the report in the form of a results file, in an arena. */
const struct published *published_of_results(struct resolver *resolver, struct arena *arena);

/* True when figures of two periods are not to be compared; context is a struct news. */
bool news_breaks(const void *context, const struct published_figure *before,
		 const struct published_figure *now);

/*
 * True unless it is of one of the classes that make up a distribution, such as weeks waited: they are parts of an
 * indicator and no news of their own.
 */
bool news_tells(const struct news *news, const struct change *change);

/* The name of an indicator that is in the report, or as a results file has it. */
const char *news_name(const struct news *news, const struct change *change);

/* "2023 to 2024"; "The period" as the file writes it where it has no days. */
const char *news_period(const struct news *news, const struct published_figure *figure);

/* Sentences under parent: what is new, what was revised, which gaps changed. */
void news_add_sentences(const struct news *news, struct node *parent, struct location at);

/* A row for every change that is told. */
struct table *news_table(const struct news *news, struct state_set *states);

#endif
