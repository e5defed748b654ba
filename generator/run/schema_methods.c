/*
 * schema_methods.c - methods and measures for the manual: what they are, formula, parameters, sign, source.
 * The words are those that a report has of them, so that the two agree.
 */
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "indicator/measure_method.h"
#include "run/schema_parts.h"
#include "run/share.h"
#include "spec/read.h"
#include "spec/schema.h"
#include "words/method_words.h"

static const char language[] = "en-GB", folder[] = "inputs/strings";

static const struct strings *read_words(struct command_line *line)
{
	const char *share = share_find(line->arena);

	return strings_read(line->arena, share_file(line->arena, share, folder, language, ".xml"),
			    path_join(line->arena, share, folder), (struct location){ 0 },
			    line->diags);
}

static void add_sentence(struct buffer *out, const char *lead, const char *text)
{
	if (text[0] == '\0')
		return;
	buffer_add_text(out, lead);
	schema_manual_text(text, out);
	buffer_add_text(out, text[strlen(text) - 1] == '.' ? "\n" : ".\n");
}

static void add_words(struct buffer *out, const struct strings *strings, struct method_words words,
		      const char *source)
{
	add_sentence(out, "", strings_text(strings, words.how));
	add_sentence(out, "Formula: ", strings_text(strings, words.formula));
	add_sentence(out, "Source: ", source);
}

void schema_methods(struct command_line *line)
{
	const struct strings *strings = read_words(line);
	struct buffer *out = &line->out;

	if (strings == NULL)
		return;
	buffer_add_text(out, ".Bl -tag -width Ds\n");
	for (const struct method_entry *at = methods(); at->method != NULL; at++) {
		buffer_printf(out, ".It Cm %s\n", at->name);
		add_sentence(out, "", at->summary);
		add_words(out, strings, method_words(at->method), at->method->source);
	}
	buffer_add_text(out, ".El\n");
}

static void add_parameters(struct buffer *out, unsigned parameters)
{
	static const struct {
		enum measure_parameter parameter;
		const char *name;
	} names[] = {
		{ TAKES_CONFIDENCE, "confidence" }, { TAKES_REFERENCE, "reference" },
		{ TAKES_TRANSFORM, "transform" },   { TAKES_SIGN, "sign" },
		{ TAKES_WEIGHTS, "weights" },
	};
	const char *glue = "Takes\n";

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!(parameters & names[i].parameter))
			continue;
		buffer_printf(out, "%s.Cm %s", glue, names[i].name);
		glue = " ,\n";
	}
	if (parameters != TAKES_NOTHING)
		buffer_add_text(out, " .\n");
}

static void add_sign(struct buffer *out, const struct measure_kind *kind)
{
	if (kind->parameters & TAKES_SIGN)
		buffer_printf(out,
			      "It is above %d when the most deprived have the worse figure, or the "
			      "higher one where neither direction is better.\n",
			      kind->unit == MEASURE_UNIT_RATIO);
}

void schema_measures(struct command_line *line)
{
	const struct strings *strings = read_words(line);
	struct buffer *out = &line->out;

	if (strings == NULL)
		return;
	buffer_add_text(out, ".Bl -tag -width Ds\n");
	for (int m = 0; m < MEASURE_COUNT_OF; m++) {
		const struct measure_kind *kind = measure_kind((enum measure)m);
		const struct measure_method *method = measure_method((enum measure)m);
		struct method_words words = measure_words((enum measure)m);

		buffer_printf(out, ".It Cm %s\n", kind->name);
		add_sentence(out, "", kind->summary);
		if (words.name != STRING_COUNT)
			add_words(out, strings, words, method == NULL ? "" : method->source);
		add_parameters(out, kind->parameters);
		add_sign(out, kind);
	}
	buffer_add_text(out, ".El\n");
}
