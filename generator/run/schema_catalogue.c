/*
 * schema_catalogue.c - the columns of a catalogue: for the manual, and as CSV on the Web for other programs.
 */
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/path.h"
#include "base/text_list.h"
#include "data/catalogue_columns.h"
#include "data/catalogue_lists.h"
#include "run/schema_parts.h"
#include "run/share.h"
#include "spec/schema.h"

/* What a cell may hold, where its form says so. */
static const char *form_summary(enum cell_form form)
{
	switch (form) {
	case CELL_ID:
		return "Neither blanks nor any of , ; |";
	case CELL_METHOD:
		return "One of gradient list methods";
	case CELL_NUMBER:
		return "A number above 0";
	case CELL_DECIMALS:
		return "A whole number from 0 to 6";
	case CELL_AGE:
		return "A whole number, 0 or more";
	case CELL_DIMENSIONS:
		return "Dimensions of inputs/reference/dimensions.csv, with \";\" between two";
	case CELL_STANDARD:
		return "A name of inputs/reference/standards.csv";
	case CELL_RULE:
		return "A rule of inputs/reference/disclosure-rules.csv";
	case CELL_THRESHOLD:
		return "A threshold of inputs/catalogue/thresholds.csv";
	case CELL_SET:
		return "A set of inputs/catalogue/sets.csv";
	case CELL_INDICATOR:
		return "The id of another row";
	case CELL_TEXT:
	case CELL_AGES:
	case CELL_WORD:
	case CELL_WORDS:
		break;
	}
	return "";
}

void schema_catalogue_manual(struct command_line *line)
{
	struct buffer *out = &line->out;

	buffer_add_text(out, ".Bl -tag -width Ds\n");
	for (int i = 0; i < CATALOGUE_COLUMNS; i++) {
		const struct catalogue_column_rule *rule =
			catalogue_column((enum catalogue_column)i);
		const char *summary = form_summary(rule->form);
		size_t count;
		const char **words = list_words(line->arena, rule->words, "|", &count);

		buffer_printf(out, ".It Cm %s%s\n", rule->name,
			      i == FIELD_ID ? " Pq required" : "");
		schema_manual_text(rule->help, out);
		buffer_add_char(out, '\n');
		if (summary[0] != '\0')
			buffer_printf(out, "%s.\n", summary);
		for (size_t w = 0; w < count; w++)
			buffer_printf(out, "%s%s%s",
				      w > 0                      ? ", "
				      : rule->form == CELL_WORDS ? "Some of: "
								 : "One of: ",
				      words[w], w + 1 == count ? ".\n" : "");
	}
	buffer_add_text(out, ".El\n");
}

/* Words as the pattern that CSV on the Web takes as the format of a text. */
static void add_pattern(struct buffer *out, const char *const *words, size_t count)
{
	struct buffer pattern;

	buffer_init(&pattern);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&pattern, "%s%s", i == 0 ? "^(" : "|", words[i]);
	buffer_add_text(&pattern, ")$");
	buffer_add_text(out, "{ \"base\": \"string\", \"format\": ");
	json_add_text(out, buffer_text(&pattern));
	buffer_add_text(out, " }");
	buffer_clear(&pattern);
}

static void add_datatype(struct command_line *line, const struct catalogue_column_rule *rule)
{
	struct buffer *out = &line->out;
	size_t count;
	const char *const *words;

	buffer_add_text(out, ", \"datatype\": ");
	switch (rule->form) {
	case CELL_NUMBER:
		buffer_add_text(out, "{ \"base\": \"decimal\", \"minExclusive\": 0 }");
		break;
	case CELL_AGE:
		buffer_add_text(out, "{ \"base\": \"decimal\", \"minimum\": 0 }");
		break;
	case CELL_DECIMALS:
		buffer_add_text(out, "{ \"base\": \"integer\", \"minimum\": 0, \"maximum\": 6 }");
		break;
	case CELL_METHOD:
		words = catalogue_methods(&count);
		add_pattern(out, words, count);
		break;
	case CELL_WORD:
	case CELL_WORDS:
		words = list_words(line->arena, rule->words, "|", &count);
		add_pattern(out, words, count);
		break;
	case CELL_TEXT:
	case CELL_ID:
	case CELL_AGES:
	case CELL_DIMENSIONS:
	case CELL_STANDARD:
	case CELL_RULE:
	case CELL_THRESHOLD:
	case CELL_SET:
	case CELL_INDICATOR:
		buffer_add_text(out, "\"string\"");
		break;
	}
	if (rule->form == CELL_WORDS || rule->form == CELL_DIMENSIONS)
		buffer_add_text(out, ", \"separator\": \";\"");
}

static void add_column(struct command_line *line, int column)
{
	const struct catalogue_column_rule *rule = catalogue_column((enum catalogue_column)column);
	struct buffer *out = &line->out;

	buffer_add_text(out, "      { \"name\": ");
	json_add_text(out, rule->name);
	buffer_add_text(out, ", \"titles\": ");
	json_add_text(out, rule->name);
	if (column == FIELD_ID)
		buffer_add_text(out, ", \"required\": true");
	add_datatype(line, rule);
	buffer_add_text(out, ",\n        \"dc:description\": ");
	json_add_text(out, rule->help);
	buffer_printf(out, " }%s\n", column + 1 < CATALOGUE_COLUMNS ? "," : "");
}

/* Every set that comes with the program has all columns, in the order of the list. */
void schema_catalogue_csvw(struct command_line *line)
{
	const char *folder = path_join(line->arena, share_find(line->arena), "inputs/catalogue");
	struct catalogue_sets sets = { 0 };
	struct buffer *out = &line->out;

	if (!catalogue_sets_read(line->arena, folder, &sets, line->diags))
		return;
	buffer_add_text(out, "{\n  \"@context\": [\"http://www.w3.org/ns/csvw\", { \"@language\": "
			     "\"en\" }],\n  \"tables\": [\n");
	for (size_t i = 0; i < sets.count; i++) {
		buffer_add_text(out, "    { \"url\": ");
		json_add_text(out,
			      arena_printf(line->arena, "../catalogue/%s.csv", sets.items[i].id));
		buffer_add_text(out, ", \"dc:title\": ");
		json_add_text(out, sets.items[i].title);
		buffer_printf(out, " }%s\n", i + 1 < sets.count ? "," : "");
	}
	buffer_add_text(out, "  ],\n  \"tableSchema\": {\n    \"primaryKey\": \"id\",\n"
			     "    \"columns\": [\n");
	for (int i = 0; i < CATALOGUE_COLUMNS; i++)
		add_column(line, i);
	buffer_add_text(out, "    ]\n  }\n}\n");
}
