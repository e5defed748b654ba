/*
 * disclosure_effect.h - what disclosure control did to the counts of a source.
 *
 * How many cells were hidden first and how many further ones is for the body alone: printed beside a table, it
 * would help to tell them apart. Reports and files to be published say disclosure_effect_hidden() only.
 */
#ifndef GRADIENT_MODEL_DISCLOSURE_EFFECT_H
#define GRADIENT_MODEL_DISCLOSURE_EFFECT_H

#include <stddef.h>

struct disclosure_rule;

/* A count is a numerator or denominator of a cell; it belongs to the source that gives it. */
struct disclosure_effect {
	const struct disclosure_rule *rule; /* of the source; NULL for none */
	size_t counts;                      /* that the source gives a number or a mark for */
	size_t hidden_in_data;              /* the data have a mark instead of a number */
	size_t hidden_first;                /* because they are small */
	size_t hidden_further;              /* so that no other can be worked out */
	size_t changed;      /* shown under a rule that rounds, whether that changes them or not */
	size_t known_before; /* small, yet an earlier edition shows them */
	size_t unprotected;  /* hidden, and nothing more could be hidden to protect them */
	size_t figures;      /* rates, percentages, means, ... of the source's cells */
	size_t figures_hidden;   /* of these, suppressed for whatever reason */
	size_t figures_withheld; /* of the hidden: their counts may be shown, but not the figure */
};

/* Counts that are not shown, for whatever reason: the only number of them to be published. */
static inline size_t disclosure_effect_hidden(const struct disclosure_effect *effect)
{
	return effect->hidden_in_data + effect->hidden_first + effect->hidden_further;
}

#endif
