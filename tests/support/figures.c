#include "support/figures.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "data/catalogue.h"
#include "data/dataset_read.h"
#include "data/reference_read.h"
#include "spec/read.h"
#include "support/messages.h"
#include "support/program.h"

const char figures_plain_rules[] = "<map column='period' as='period'/>"
				   "<map column='organisation' as='organisation'/>"
				   "<map column='dimension' as='dimension'/>"
				   "<map column='group' as='group'/>"
				   "<map column='n' as='numerator'/>"
				   "<map column='d' as='denominator'/>";

static const char *usual(const char *text, const char *otherwise)
{
	return text != NULL ? text : otherwise;
}

static void write_files(struct arena *arena, const struct figures_parts *parts, const char *folder)
{
	const char *spec = arena_printf(
		arena,
		"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>\n"
		"<meta><title>T</title><publisher>P</publisher></meta>\n"
		"<data>\n<source id='s' href='data.csv' %s %s>\n%s</source>%s</data>\n"
		"<indicators>%s</indicators>\n<body %s/></report>",
		strstr(usual(parts->attributes, ""), "rule=") != NULL ? "" : "rule='NONE'",
		usual(parts->attributes, ""), usual(parts->rules, figures_plain_rules),
		usual(parts->sources, ""),
		usual(parts->indicators,
		      "<indicator id='A' method='proportion'><name>A</name></indicator>"),
		usual(parts->about, "organisation='QNV'"));

	file_write(path_join(arena, folder, "report.xml"), spec, strlen(spec));
	if (parts->rows != NULL)
		file_write(path_join(arena, folder, "data.csv"), parts->rows,
			   parts->length > 0 ? parts->length : strlen(parts->rows));
}

struct figures figures_of(struct arena *arena, const struct figures_parts *parts)
{
	const char *folder = parts->folder != NULL ? parts->folder : scratch_new(arena);
	struct diag_list *diags = diag_list_new(arena);
	struct data_folders folders = { 0 };
	struct figures figures = { 0 };

	write_files(arena, parts, folder);
	figures.report = report_read(arena, path_join(arena, folder, "report.xml"), NULL, 0, diags);
	figures.reference = reference_read(arena, "inputs/reference", diags);
	if (figures.report != NULL)
		figures.indicators =
			indicators_build(arena, figures.report, "inputs/catalogue", diags);
	if (figures.indicators != NULL && figures.reference != NULL)
		figures.dataset = dataset_read(arena, figures.report, figures.indicators,
					       figures.reference, folders, parts->counter, diags);
	figures.said = text_replace(arena, messages_text(arena, diags),
				    arena_printf(arena, "%s/", folder), "");
	if (parts->folder == NULL)
		scratch_free(folder);
	return figures;
}

static void write_quantity(struct buffer *out, const struct quantity *quantity)
{
	if (quantity->state == VALUE_SHOWN)
		buffer_printf(out, " %.12g", quantity->number);
	else
		buffer_printf(out, " %s",
			      quantity->state == VALUE_SUPPRESSED       ? "*"
			      : quantity->state == VALUE_NOT_APPLICABLE ? "z"
									: "-");
}

static void write_group(struct buffer *out, const struct classification *classification, int group)
{
	buffer_printf(out, " %s", group < 0 ? "-" : classification->groups[group].code);
}

static void write_observation(struct buffer *out, const struct dataset *dataset,
			      const struct observation *row)
{
	const struct cell_key *key = &row->key;
	const struct dimensions *dimensions = dataset->dimensions;
	const struct classification *by =
		key->classification < 0 ? NULL : dimensions->classifications[key->classification];
	const struct classification *sexes =
		dimensions->classifications[classification_find(dimensions, "sex")];

	buffer_printf(out, "%s %s %s %s", dataset->indicators->items[key->indicator].id,
		      dataset->periods[key->period].code,
		      dataset->organisations[key->organisation].code, by == NULL ? "-" : by->id);
	write_group(out, by, key->group);
	write_group(out, sexes, key->sex);
	write_group(out, dataset->ages, row->age);
	write_quantity(out, &row->numerator);
	write_quantity(out, &row->denominator);
	write_quantity(out, &row->value);
	write_quantity(out, &row->lower);
	write_quantity(out, &row->upper);
	buffer_printf(out, " %u\n", row->line);
}

const char *figures_text(struct arena *arena, const struct dataset *dataset)
{
	struct buffer out;

	buffer_init(&out);
	for (size_t i = 0; dataset != NULL && i < dataset->count; i++)
		write_observation(&out, dataset, &dataset->observations[i]);
	return buffer_finish(&out, arena);
}
