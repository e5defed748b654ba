/*
 * read_source.c - a source of data: its file, and what its columns and rows mean.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "spec/attributes.h"
#include "spec/data_part.h"
#include "spec/read_parts.h"
#include "spec/xml.h"

/* A query that never ends is the commonest accident of databases. */
enum { SECONDS_USUAL = 600 };

static const struct {
	const char *name;
	enum source_rule_kind kind;
} rule_kinds[] = {
	{ "map", SOURCE_MAP },
	{ "set", SOURCE_SET },
	{ "label", SOURCE_LABEL },
	{ "missing", SOURCE_MISSING },
};

static void add_rule(struct spec_reader *reader, struct source_spec *source,
		     const struct xml_node *node, int series)
{
	struct source_rule rule = { .at = node->at, .series = series };
	const char *as = xml_attribute_value(node, "as");

	for (size_t i = 0; i < sizeof(rule_kinds) / sizeof(rule_kinds[0]); i++)
		if (strcmp(rule_kinds[i].name, node->name) == 0)
			rule.kind = rule_kinds[i].kind;
	rule.role = as == NULL ? DATA_ROLE_COUNT : data_role_find(as);
	rule.column = attribute_word(node, "column");
	rule.classification = attribute_word(node, "classification");
	rule.multiply = attribute_decimal(node, "multiply", 1);
	rule.thousands = attribute_flag(node, "thousands", false);
	switch (rule.kind) {
	case SOURCE_SET:
		rule.value = attribute_word(node, "to");
		break;
	case SOURCE_LABEL:
		rule.value = attribute_word(node, "from");
		rule.to = attribute_word(node, "to");
		break;
	case SOURCE_MISSING:
		if (source->kind == SOURCE_TABLE && rule.column.text != NULL)
			diag_add(reader->diags, DIAG_SOURCE_KIND, rule.column.at, "column",
				 "in tables a marker holds for all columns");
		rule.value = attribute_word(node, "value");
		rule.to = attribute_word(node, "means");
		break;
	case SOURCE_MAP:
		rule.total = attribute_word(node, "total");
		if (source->kind == SOURCE_TABLE && rule.total.text != NULL)
			diag_add(reader->diags, DIAG_SOURCE_KIND, rule.total.at, "total",
				 "totals of tables are read, not added up; it is for records");
		break;
	}
	source->rules = arena_grow(reader->arena, source->rules, source->rule_count,
				   &source->rule_capacity, sizeof(*source->rules));
	source->rules[source->rule_count++] = rule;
}

/* -- kinds ------------------------------------------------------------------------------------ */

static enum source_kind kind_of(const struct xml_node *node)
{
	const char *kind = attribute_text(node, "kind", "table");

	if (strcmp(kind, "records") == 0)
		return SOURCE_RECORDS;
	return strcmp(kind, "odbc") == 0 ? SOURCE_ODBC : SOURCE_TABLE;
}

static void misfit(struct spec_reader *reader, struct location at, const char *what,
		   const char *hint)
{
	diag_add(reader->diags, DIAG_SOURCE_KIND, at, what, hint);
}

/* Attributes of one kind of source on another are slips; so is the lack of a place to read from. */
static void check_attributes(struct spec_reader *reader, const struct xml_node *node,
			     enum source_kind kind)
{
	static const char *const of_databases[] = { "connection", "table", "time-limit" };
	static const char *const of_files[] = { "href", "encoding", "delimiter", "header",
						"skip-rows" };

	for (size_t i = 0; i < sizeof(of_databases) / sizeof(of_databases[0]); i++)
		if (kind != SOURCE_ODBC && xml_attribute(node, of_databases[i]) != NULL)
			misfit(reader, xml_attribute(node, of_databases[i])->at, of_databases[i],
			       "it is for databases: kind=\"odbc\"");
	for (size_t i = 0; i < sizeof(of_files) / sizeof(of_files[0]); i++)
		if (kind == SOURCE_ODBC && xml_attribute(node, of_files[i]) != NULL)
			misfit(reader, xml_attribute(node, of_files[i])->at, of_files[i],
			       "it is for files; a database has connection, and table or query");
	if (kind == SOURCE_TABLE && xml_attribute(node, "dates") != NULL)
		misfit(reader, xml_attribute(node, "dates")->at, "dates",
		       "it is for records: kind=\"records\"");
	if (kind != SOURCE_TABLE && xml_attribute(node, "combine") != NULL)
		misfit(reader, xml_attribute(node, "combine")->at, "combine",
		       "it is for tables; records are always added up");
	if (kind != SOURCE_ODBC && xml_attribute(node, "href") == NULL)
		misfit(reader, node->at, "no href", "name the file");
	if (kind == SOURCE_ODBC && xml_attribute(node, "connection") == NULL)
		misfit(reader, node->at, "no connection", "name the ODBC data source");
}

static void check_elements(struct spec_reader *reader, const struct xml_node *node,
			   enum source_kind kind)
{
	bool query = xml_child(node, "query", NULL) != NULL;

	if (kind != SOURCE_TABLE && xml_child(node, "series", NULL) != NULL)
		misfit(reader, xml_child(node, "series", NULL)->at, "<series>",
		       "it is for tables; records have one <count> for each indicator");
	if (kind != SOURCE_ODBC && query)
		misfit(reader, xml_child(node, "query", NULL)->at, "<query>",
		       "it is for databases: kind=\"odbc\"");
	if (kind == SOURCE_ODBC && query == (xml_attribute(node, "table") != NULL))
		misfit(reader, node->at, query ? "table and query" : "neither table nor query",
		       "write one of them");
	if (kind != SOURCE_TABLE && xml_child(node, "count", NULL) == NULL)
		misfit(reader, node->at, "no <count>", "say what is counted");
}

/* -- a source --------------------------------------------------------------------------------- */

static void read_part(struct spec_reader *reader, const struct xml_node *node,
		      struct source_spec *source, struct where_spec ***last, int series)
{
	struct where_spec *where = read_where(reader, node, series);

	if (where != NULL) {
		**last = where;
		*last = &where->next;
	} else if (!read_records(reader, node, &source->records)) {
		add_rule(reader, source, node, series);
	} else if (source->kind == SOURCE_TABLE) {
		diag_add(reader->diags, DIAG_SOURCE_KIND, node->at,
			 arena_printf(reader->arena, "<%s>", node->name),
			 "it is for records: kind=\"records\"");
	}
}

static void read_parts(struct spec_reader *reader, const struct xml_node *node,
		       struct source_spec *source)
{
	struct where_spec **last = &source->where;

	for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
		if (child->name == NULL || strcmp(child->name, "citation") == 0 ||
		    strcmp(child->name, "query") == 0)
			continue;
		if (strcmp(child->name, "series") != 0) {
			read_part(reader, child, source, &last, -1);
			continue;
		}
		for (const struct xml_node *rule = child->first; rule != NULL; rule = rule->next)
			if (rule->name != NULL)
				read_part(reader, rule, source, &last, source->series_count);
		source->series_count++;
	}
}

void read_source(struct spec_reader *reader, const struct xml_node *node,
		 struct source_spec *source)
{
	const struct xml_node *query = xml_child(node, "query", NULL);

	*source = (struct source_spec){
		.at = node->at,
		.digest = data_source_digest(reader->arena, node),
		.id = attribute_text(node, "id", ""),
		.kind = kind_of(node),
		.href = attribute_word(node, "href"),
		.encoding = attribute_word(node, "encoding"),
		.delimiter = attribute_word(node, "delimiter"),
		.rule = attribute_word(node, "rule"),
		.retrieved = attribute_word(node, "retrieved"),
		.population = attribute_word(node, "population"),
		.title = attribute_word(node, "title"),
		.citation = inline_child(reader, node, "citation"),
		.header = attribute_flag(node, "header", true),
		.skip_rows = attribute_whole(node, "skip-rows", 0),
		.adds_up = strcmp(attribute_text(node, "combine", "no"), "sum") == 0,
		.connection = attribute_word(node, "connection"),
		.table = attribute_word(node, "table"),
		.dates = attribute_word(node, "dates"),
		.seconds = attribute_whole(node, "time-limit", SECONDS_USUAL),
	};
	if (query != NULL)
		source->query =
			(struct word){ .text = xml_text(reader->arena, query), .at = query->at };
	check_attributes(reader, node, source->kind);
	check_elements(reader, node, source->kind);
	read_parts(reader, node, source);
}

void read_lookups(struct spec_reader *reader, const struct xml_node *node, struct report *report)
{
	for (const struct xml_node *child = NULL;
	     (child = xml_child(node, "lookup", child)) != NULL;) {
		report->lookups = arena_grow(reader->arena, report->lookups, report->lookup_count,
					     &report->lookup_capacity, sizeof(*report->lookups));
		report->lookups[report->lookup_count++] = (struct lookup_spec){
			.at = child->at,
			.id = attribute_text(child, "id", ""),
			.href = attribute_word(child, "href"),
			.key = attribute_word(child, "key"),
			.value = attribute_word(child, "value"),
			.table = attribute_word(child, "table"),
			.encoding = attribute_word(child, "encoding"),
			.delimiter = attribute_word(child, "delimiter"),
		};
	}
}
