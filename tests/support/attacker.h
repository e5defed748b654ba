/*
 * attacker.h - somebody who has results.csv, knows the rules, and wants the small numbers.
 *
 * What he knows beside the file is public: that groups and sexes add up, which groups lie in which, that a
 * wait of over 52 weeks is one of over 18, how counts are rounded, and that a 0 is never hidden where small
 * counts begin with 1. He uses nothing of the program.
 */
#ifndef GRADIENT_TESTS_ATTACKER_H
#define GRADIENT_TESTS_ATTACKER_H

#include <stdbool.h>
#include <stddef.h>

#include "support/published.h"
#include "support/puzzle.h"

struct arena;

/* What a published rule says of counts, written down from its description. */
struct attack_rule {
	const char *id;
	double hide_from, hide_to;
	double round_to; /* 0: counts are exact */
	double shown_as; /* small counts are shown as this number; 0: they are hidden */
	double least_whole; /* whole numbers that must remain possible; 0: all from hide_from to hide_to */
};

extern const struct attack_rule attack_rules[];
extern const size_t attack_rule_count;

const struct attack_rule *attack_rule_of(const char *id);

/* Cells that add up to another one: the groups of a breakdown, or the sexes. */
struct attack_margin {
	size_t whole, *parts, count;
};

/* One body in one period. */
struct attack {
	struct arena *arena;
	const struct attack_rule *rule;
	struct puzzle *puzzle;
	struct attack_margin *margins;
	size_t margin_count, margin_capacity;
};

/* The name of the count of a cell; the same count has the same name wherever it is published. */
const char *attack_name(struct arena *arena, bool denominator, const char *indicator,
			const char *by, const char *group, const char *sex);

/* Indicators of the tests whose name begins with C are numbers of people; the waiting list is one. */
bool attack_has_denominator(const char *indicator);

/* What is publicly known of the figures, without their numbers. */
struct attack attack_new(struct arena *arena, const struct attack_rule *rule,
			 const struct published_figure *figures, size_t count);

/* What the figures say. */
void attack_read(struct attack *attack, const struct published_figure *figures, size_t count);

/* What a count says that is shown as a number, or hidden. */
struct puzzle_range attack_shown(const struct attack_rule *rule, double number);
struct puzzle_range attack_hidden(const struct attack_rule *rule);

/* The number under which a count is published; -1 when it is hidden for being small. */
double attack_published(const struct attack_rule *rule, double count);

/* True when the rule hides the count or shows another number for being small. */
bool attack_protects(const struct attack_rule *rule, double count);

/* What the rule alone tells: zeros are shown, and nothing else. */
void attack_read_zeros(struct attack *attack, const struct published_figure *figures, size_t count);

/*
 * How many of the cells come out more closely than the rule allows. Where a reader can take what is hidden for
 * small, some of the small numbers must remain possible, unless zeros alone leave no more. Where further counts are hidden as well, and nobody
 * can tell which, a cell must remain open upwards beyond all small numbers, downwards as far as zeros alone
 * leave it (bare: two hidden parts of which neither is nothing make 2 at least), and be as many numbers as there
 * are small ones. first: one of them and what came out, for messages; NULL when not wanted.
 */
struct attack_find {
	size_t cell;
	struct puzzle_range range;
};

size_t attack_cells(const struct attack *attack, const struct attack *bare, const size_t *cells,
		    size_t count, struct attack_find *first);

#endif
