/*
 * read_records.c - conditions on rows, and what is derived and counted of records.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "spec/attributes.h"
#include "spec/read_parts.h"
#include "spec/xml.h"

/* -- conditions ------------------------------------------------------------------------------- */

static const struct {
	const char *attribute;
	enum where_kind kind;
} tests[] = {
	{ "is", WHERE_IS },           { "is-not", WHERE_IS_NOT },
	{ "between", WHERE_BETWEEN }, { "starts-with", WHERE_STARTS_WITH },
	{ "missing", WHERE_MISSING },
};

static void read_where_test(struct spec_reader *reader, const struct xml_node *node,
			    struct where_spec *where)
{
	size_t written = 0;

	where->column = attribute_word(node, "column");
	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
		if (xml_attribute(node, tests[i].attribute) != NULL) {
			where->kind = tests[i].kind;
			where->value = attribute_word(node, tests[i].attribute);
			written++;
		}
	if (written != 1)
		diag_add(reader->diags, DIAG_TEST_INCOMPLETE, node->at, "<where>",
			 "write one of is, is-not, between, starts-with, missing");
}

struct where_spec *read_where(struct spec_reader *reader, const struct xml_node *node, int series)
{
	bool all = strcmp(node->name, "all") == 0, any = strcmp(node->name, "any") == 0;
	struct where_spec *where, **last;

	if (!all && !any && strcmp(node->name, "where") != 0)
		return NULL;
	where = arena_alloc(reader->arena, sizeof(*where));
	*where = (struct where_spec){ .at = node->at, .series = series };
	if (!all && !any) {
		read_where_test(reader, node, where);
		return where;
	}
	where->kind = all ? WHERE_ALL : WHERE_ANY;
	last = &where->children;
	for (const struct xml_node *child = node->first; child != NULL; child = child->next)
		if (child->name != NULL && (*last = read_where(reader, child, series)) != NULL)
			last = &(*last)->next;
	return where;
}

/* -- what is counted -------------------------------------------------------------------------- */

static void read_derive(struct spec_reader *reader, const struct xml_node *node,
			struct records_spec *records)
{
	records->derives = arena_grow(reader->arena, records->derives, records->derive_count,
				      &records->derive_capacity, sizeof(*records->derives));
	records->derives[records->derive_count++] = (struct derive_spec){
		.at = node->at,
		.name = attribute_word(node, "name"),
		.as = attribute_word(node, "as"),
		.from = attribute_word(node, "from"),
		.until = attribute_word(node, "at"),
		.day = attribute_word(node, "day"),
		.bands = attribute_word(node, "bands"),
		.standard = attribute_word(node, "standard"),
		.length = attribute_word(node, "length"),
		.in = attribute_word(node, "in"),
		.form = attribute_word(node, "form"),
		.least = attribute_word(node, "least"),
		.most = attribute_word(node, "most"),
	};
}

static void read_by(struct spec_reader *reader, const struct xml_node *node,
		    struct records_spec *records)
{
	records->bys = arena_grow(reader->arena, records->bys, records->by_count,
				  &records->by_capacity, sizeof(*records->bys));
	records->bys[records->by_count++] = (struct by_spec){
		.at = node->at,
		.column = attribute_word(node, "column"),
		.dimension = attribute_word(node, "dimension"),
	};
}

static void read_count(struct spec_reader *reader, const struct xml_node *node,
		       struct records_spec *records)
{
	struct count_spec count = {
		.at = node->at,
		.indicator = attribute_word(node, "indicator"),
		.as = attribute_word(node, "as"),
		.people = attribute_word(node, "people"),
		.events_of = attribute_word(node, "events-of"),
		.sum = attribute_word(node, "sum"),
		.median = attribute_word(node, "median"),
	};
	struct where_spec **last = &count.where;
	int ways = (count.people.text != NULL) + (count.events_of.text != NULL) +
		   (count.sum.text != NULL) + (count.median.text != NULL);

	if (ways > 1)
		diag_add(reader->diags, DIAG_COUNT_OF_TWO, node->at, NULL,
			 "write one of people, events-of, sum, median, or none of them to count "
			 "rows");
	for (const struct xml_node *child = node->first; child != NULL; child = child->next)
		if (child->name != NULL && (*last = read_where(reader, child, -1)) != NULL)
			last = &(*last)->next;
	records->counts = arena_grow(reader->arena, records->counts, records->count_count,
				     &records->count_capacity, sizeof(*records->counts));
	records->counts[records->count_count++] = count;
}

bool read_records(struct spec_reader *reader, const struct xml_node *node,
		  struct records_spec *records)
{
	if (strcmp(node->name, "derive") == 0)
		read_derive(reader, node, records);
	else if (strcmp(node->name, "by") == 0)
		read_by(reader, node, records);
	else if (strcmp(node->name, "count") == 0)
		read_count(reader, node, records);
	else
		return false;
	return true;
}
