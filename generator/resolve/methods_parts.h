/*
 * methods_parts.h - the account of methods on its way from the figures of the document to its sections;
 * shared by the methods*.c files of this folder, and with the end of resolving.
 */
#ifndef GRADIENT_RESOLVE_METHODS_PARTS_H
#define GRADIENT_RESOLVE_METHODS_PARTS_H

#include "resolve/resolver.h"

/* What the document has of one indicator. */
struct indicator_account {
	bool used;
	bool computed, given; /* values that are shown */
	bool measures[MEASURE_COUNT_OF];
	bool *sources; /* of the data, those of its figures; NULL before the first */
};

/* All that the document really uses. */
struct account {
	struct resolver *resolver;
	struct indicator_account *indicators;
	bool *sources; /* of the data */
	bool states[VALUE_NOT_APPLICABLE + 1][REASON_COUNT];
	bool has_limits, has_coarse;
	bool has_sign; /* of a measure whose sign follows from what is better */
};

struct account account_of(struct resolver *resolver);

/* Which indicators are meant: "ER02, ER03"; by name where readers cannot look the id up. */
typedef bool account_test(const struct account *account, int indicator, const void *about);
const char *account_ids(const struct account *account, account_test *test, const void *about);

/* Of the method of an indicator, values that are worked out; of "given", published ones. */
bool account_has_method(const struct account *account, int indicator, const struct method *method);

/* A section of the account, under a heading; nodes are added to it. */
struct node *account_section(struct account *account, struct node *parent, enum string_id heading);
void account_paragraph(struct account *account, struct node *parent, enum node_kind kind,
		       const char *words);

/* One method or measure: its name, and paragraphs on it, in a grid. */
struct entry {
	struct account *account;
	struct node *grid, *cell;
};

struct node *account_grid(struct account *account, struct node *section);
void begin_entry(struct entry *entry, const char *name);

/* The last paragraphs: formula and source; either may be empty. */
void end_entry(struct entry *entry, enum string_id formula, const char *source);

/* "For ER02, ER03: a 99.8% interval." */
const char *account_variant(const struct account *account, const char *ids, const char *what);

/* The sections, in this order; each adds nothing when there is nothing to say. */
void account_figures(struct account *account, struct node *parent);
void account_standards(struct account *account, struct node *parent);
void account_bodies(struct account *account, struct node *parent);
void account_measures(struct account *account, struct node *parent);
void account_comparisons(struct account *account, struct node *parent);
void account_small_numbers(struct account *account, struct node *parent);
void account_certainty(struct account *account, struct node *parent);
void account_table(struct account *account, struct node *parent, unsigned number);

/* Writes the account in all places that want it, once everything else is resolved. */
void finish_methods(struct resolver *resolver);

#endif
