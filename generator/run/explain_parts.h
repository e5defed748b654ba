/*
 * explain_parts.h - a figure being explained; shared by the explain*.c files of this folder alone.
 */
#ifndef GRADIENT_RUN_EXPLAIN_PARTS_H
#define GRADIENT_RUN_EXPLAIN_PARTS_H

#include "run/command.h"
#include "words/format.h"

struct explainer {
	struct command_line *line;
	const struct run *run;
	struct words words;
	const struct indicator *indicator;
	struct cell_key key;           /* of the breakdown, or of the total */
	const struct figure_use *uses; /* figures that stand in the report */
	size_t use_count;
};

/* The key of the figures that the options name. False after a message. */
bool explain_find_key(struct explainer *explainer);

/* A message on an option; always false. */
bool explain_unknown(struct command_line *line, const char *option, const char *value,
		     const char *hint);

/* "1 most deprived", "2, female", "all". */
const char *explain_group(const struct explainer *explainer, const struct cell_key *key);

/* The rule of the source of a result, with its numbers. */
void explain_rule(const struct explainer *explainer, const struct result *result);

/* What is shown or not, and the rule that decided it. result NULL: of a measure over groups. */
void explain_state(const struct explainer *explainer, const struct result *result,
		   const struct value *value);

/* From unrounded numbers to the text in tables, and the words that stand elsewhere in the report. */
void explain_printed(const struct explainer *explainer, const struct cell_key *key,
		     const struct measure_choice *choice, const struct value *value);

/* The figure of one group or of the total. */
void explain_result(const struct explainer *explainer, const struct result *result);

/* Candidates for the key findings of the report, the chosen ones first. */
struct findings;
void explain_key_findings(const struct explainer *explainer, const struct findings *findings);

/* One measure of groups. */
void explain_measure(const struct explainer *explainer, const struct breakdown_result *figure);

#endif
