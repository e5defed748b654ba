#include "support/statement.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "indicator/figure.h"
#include "support/program.h"

static const char head[] = "<?xml version='1.0' encoding='UTF-8'?>\n"
			   "<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB' ";
static const char meta[] = ">\n<meta><title>Title</title><publisher>Publisher</publisher>";

static const char *const roles[] = {
	"indicator", "period", "organisation",       "dimension",        "group",
	"age",       "sex",    "numerator",          "denominator",      "value",
	"lower",     "upper",  "standard-deviation", "events-per-person"
};

static const char *usual(const char *text, const char *otherwise)
{
	return text != NULL ? text : otherwise;
}

/* True when the header of the rows has the column. */
static bool has_column(const char *rows, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = rows; *at != '\0' && *at != '\n';) {
		size_t cell = strcspn(at, ",\n");

		if (cell == length && strncmp(at, name, length) == 0)
			return true;
		at += cell + (at[cell] == ',');
	}
	return false;
}

static void write_source(const struct statement_parts *parts, struct buffer *out)
{
	const char *rows = usual(parts->rows, "numerator,denominator\n");

	buffer_printf(out, "<source id='s' href='data.csv' title='Source' rule='%s'",
		      usual(parts->rule, "NONE"));
	if (parts->retrieved != NULL)
		buffer_printf(out, " retrieved='%s'", parts->retrieved);
	buffer_add_text(out, ">");
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (has_column(rows, roles[i]))
			buffer_printf(out, "<map column='%s' as='%s'/>", roles[i], roles[i]);
	if (!has_column(rows, "period"))
		buffer_add_text(out, "<set as='period' to='2024'/>");
	if (!has_column(rows, "organisation"))
		buffer_add_text(out, "<set as='organisation' to='QNV'/>");
	buffer_add_text(out, "<missing value='' means='not-available'/>"
			     "<missing value='x' means='not-available'/>"
			     "<missing value='z' means='not-applicable'/>"
			     "<missing value='*' means='suppressed'/>");
	buffer_printf(out, "%s</source>%s", usual(parts->source, ""),
		      usual(parts->more_sources, ""));
}

static void write_attribute(struct buffer *out, const char *name, const char *value)
{
	if (value != NULL)
		buffer_printf(out, " %s='%s'", name, value);
}

static void write_indicator(const struct statement_parts *parts, struct buffer *out)
{
	if (parts->indicators != NULL) {
		buffer_add_text(out, parts->indicators);
		return;
	}
	buffer_add_text(out, "<indicator id='A'");
	write_attribute(out, "method", usual(parts->method, "proportion"));
	write_attribute(out, "per", usual(parts->per, "100"));
	write_attribute(out, "standard", parts->standard);
	write_attribute(out, "good", parts->good);
	write_attribute(out, "decimals", parts->decimals);
	write_attribute(out, "denominators", parts->denominators);
	write_attribute(out, "source", parts->denominators == NULL ? NULL : "s");
	buffer_printf(
		out,
		"><name>Patients treated in time</name><short-name>Treated in time</short-name>"
		"<measure>%s</measure><events>%s</events><population>%s</population>"
		"<unit>%s</unit><numerator>Patients who were treated in time</numerator>"
		"<denominator>All patients</denominator>",
		usual(parts->measure, "the share of patients treated in time"),
		usual(parts->events, "patients treated in time"),
		usual(parts->population, "patients"), usual(parts->unit, "%"));
	if (parts->caveat != NULL)
		buffer_printf(out, "<caveat>%s</caveat>", parts->caveat);
	buffer_add_text(out, "</indicator>");
}

static void write_file(const char *folder, const char *name, const char *text)
{
	struct arena *scratch = arena_new();

	file_write(path_join(scratch, folder, name), text, strlen(text));
	arena_free(scratch);
}

void statement_write(const struct statement_parts *parts, const char *folder)
{
	const char *body = usual(parts->body, "<p>Nothing.</p>");
	struct buffer spec;

	buffer_init(&spec);
	buffer_printf(&spec, "%s%s%s", head, usual(parts->report, ""), meta);
	buffer_printf(&spec, "%s</meta>\n<data %s>", usual(parts->meta, ""),
		      usual(parts->data, ""));
	write_source(parts, &spec);
	buffer_add_text(&spec, "</data><indicators>");
	write_indicator(parts, &spec);
	buffer_printf(&spec, "</indicators>\n<body %s>%s%s</report>\n",
		      usual(parts->about, "organisation='QNV' indicator='A'"), body,
		      strstr(body, "</body>") == NULL ? "</body>" : "");
	write_file(folder, "report.xml", buffer_text(&spec));
	buffer_clear(&spec);
	write_file(folder, "data.csv", usual(parts->rows, "numerator,denominator\n1,2\n"));
	for (size_t i = 0; i < STATEMENT_FILES_MOST && parts->files[i].name != NULL; i++)
		write_file(folder, parts->files[i].name, parts->files[i].text);
}

struct statement *statement_try(const struct statement_parts *parts)
{
	struct arena *arena = arena_new();
	struct statement *statement = arena_alloc(arena, sizeof(*statement));

	statement->arena = arena;
	statement->diags = diag_list_new(arena);
	statement->folder = scratch_new(arena);
	statement_write(parts, statement->folder);
	statement->options.spec = path_join(arena, statement->folder, "report.xml");
	statement->run = run_new(arena, statement->diags, &statement->options);
	if (run_compute(&statement->run))
		run_resolve(&statement->run);
	statement->words = (struct words){ .arena = arena,
					   .strings = statement->run.strings,
					   .results = statement->run.results };
	return statement;
}

static const char *messages(struct statement *statement)
{
	struct buffer text;
	const char *copy;

	buffer_init(&text);
	diag_write(statement->diags, &text, false);
	copy = arena_strdup(statement->arena, buffer_text(&text));
	buffer_clear(&text);
	return copy;
}

struct statement *statement_of(const struct statement_parts *parts)
{
	struct statement *statement = statement_try(parts);

	cr_assert(diag_errors(statement->diags) == 0, "%s", messages(statement));
	cr_assert_not_null(statement->run.document);
	return statement;
}

void statement_free(struct statement *statement)
{
	scratch_free(statement->folder);
	arena_free(statement->arena);
}

bool statement_said(const struct statement *statement, const char *id)
{
	for (size_t i = 0; i < diag_count(statement->diags); i++)
		if (strcmp(diag_kind(diag_at(statement->diags, i)->code)->id, id) == 0)
			return true;
	return false;
}

/* -- figures ---------------------------------------------------------------------------------- */

static int found(int number, const char *what, const char *name)
{
	cr_assert_geq(number, 0, "no such %s: %s", what, name);
	return number;
}

/* The first classification of a dimension with figures, or the one of that name. */
static int find_classification(const struct statement *statement, const struct cell_key *key,
			       const char *by)
{
	const struct dimensions *dimensions = statement->run.dataset->dimensions;
	int number = classification_find(dimensions, by);

	for (size_t i = 0; number < 0 && i < dimensions->classification_count; i++)
		if (strcmp(dimensions->classifications[i]->dimension, by) == 0 &&
		    period_latest(statement->run.results, key->indicator, key->organisation,
				  (int)i) >= 0)
			number = (int)i;
	return found(number, "breakdown", by);
}

static struct cell_key key_of(const struct statement *statement, const struct figure_key *figure)
{
	const struct dataset *dataset = statement->run.dataset;
	const struct dimensions *dimensions = dataset->dimensions;
	const char *id = usual(figure->indicator, "A");
	const char *body = usual(figure->organisation, "QNV");
	struct cell_key key = { .classification = CLASSIFICATION_ALL,
				.group = GROUP_ALL,
				.sex = SEX_ALL };

	key.indicator = found(indicator_find(dataset->indicators, id), "indicator", id);
	key.organisation = found(organisation_find(dataset, body), "organisation", body);
	if (figure->by != NULL)
		key.classification = find_classification(statement, &key, figure->by);
	if (figure->group != NULL)
		key.group = found(
			group_find(dimensions->classifications[key.classification], figure->group),
			"group", figure->group);
	if (figure->sex != NULL)
		key.sex = found(
			group_find(
				dimensions->classifications[classification_find(dimensions, "sex")],
				figure->sex),
			"sex", figure->sex);
	key.period = figure->period != NULL ? period_find(dataset, figure->period)
					    : period_latest(statement->run.results, key.indicator,
							    key.organisation, key.classification);
	found(key.period, "period", usual(figure->period, "latest"));
	return key;
}

const struct result *statement_result(const struct statement *statement, struct figure_key figure)
{
	struct cell_key key = key_of(statement, &figure);
	const struct result *result = results_find(statement->run.results, &key);

	cr_assert_not_null(result, "no figure of %s", usual(figure.group, "all"));
	return result;
}

struct value statement_measure(const struct statement *statement, struct figure_key figure,
			       enum measure measure)
{
	struct measure_choice choice = measure_plain(measure);

	return statement_figure(statement, figure, &choice);
}

struct value statement_figure(const struct statement *statement, struct figure_key figure,
			      const struct measure_choice *choice)
{
	struct cell_key key = key_of(statement, &figure);

	return figure_of(statement->run.results, &key, choice)->value;
}

struct view statement_view(const struct statement *statement, struct figure_key figure)
{
	struct cell_key key = key_of(statement, &figure);

	return view_of(statement->arena, statement->run.results, &key);
}
