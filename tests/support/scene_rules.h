/*
 * scene_rules.h - what must hold of everything that is drawn: charts-and-wording, sections 2, 4 and 13.
 *
 * Contrast is that of WCAG 2 (model/theme.h), lightness and distance those of CIELAB (model/colour_distance.h).
 * Exempt from the contrast of marks: gridlines, rules of tables, halos, tints, panels and ornaments, which carry
 * nothing; a light fill counts by its outline. Each rule adds a sentence for every fault that it finds.
 */
#ifndef GRADIENT_TESTS_SCENE_RULES_H
#define GRADIENT_TESTS_SCENE_RULES_H

#include "support/pieces.h"

struct faults {
	struct arena *arena;
	const char *place; /* put before every sentence */
	const char **items;
	size_t count, capacity;
};

void fault_add(struct faults *faults, const struct piece *piece, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* All sentences, a line each. */
const char *faults_text(const struct faults *faults);

typedef void scene_rule(const struct pieces *pieces, struct faults *faults);

scene_rule rule_texts_apart; /* no two texts overlap */
scene_rule
	rule_inside; /* nothing leaves the figure or page but halos, and ornaments that the paper cuts */
scene_rule rule_text_size; /* 9 pt and more, but for the numbers of footnotes */
scene_rule
	rule_text_contrast; /* 4.5 to 1 against what is drawn under it; 3 to 1 from 18 pt, or 14 pt bold */
scene_rule rule_text_clear; /* no line through a text but behind a patch, nothing drawn over it */
scene_rule rule_mark_contrast; /* 3 to 1 against what is under it */
scene_rule
	rule_classes_apart; /* marks of two colours: lightness 10 apart in grey and distance 10 for readers
				    without red or green cones, or another shape, dash, outline or a label */

/* All of them, ended by an entry without a rule. */
struct named_rule {
	const char *name;
	scene_rule *rule;
};
extern const struct named_rule scene_rules[];

#endif
