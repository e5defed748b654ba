#include "spec/read_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "spec/attributes.h"
#include "spec/xml.h"

static const struct {
	const char *name;
	enum inline_kind kind;
} kinds[] = {
	{ "value", INLINE_VALUE },       { "interval", INLINE_INTERVAL },
	{ "phrase", INLINE_PHRASE },     { "name", INLINE_NAME },
	{ "ref", INLINE_REF },           { "note", INLINE_NOTE },
	{ "term", INLINE_TERM },         { "em", INLINE_EMPHASIS },
	{ "strong", INLINE_STRONG },     { "a", INLINE_LINK },
	{ "abbr", INLINE_ABBREVIATION }, { "when", INLINE_WHEN },
	{ "to-write", INLINE_TO_WRITE },
};

struct data_reference read_reference(const struct xml_node *node)
{
	return (struct data_reference){
		.of = attribute_word(node, "of"),
		.indicator = attribute_word(node, "indicator"),
		.by = attribute_word(node, "by"),
		.series = attribute_word(node, "series"),
		.period = attribute_word(node, "period"),
		.organisation = attribute_word(node, "organisation"),
		.compare = attribute_word(node, "compare"),
		.group = attribute_word(node, "group"),
		.transform = attribute_word(node, "transform"),
		.confidence = attribute_word(node, "confidence"),
		.reference = attribute_word(node, "reference"),
		.weights = attribute_word(node, "weights"),
		.sign = attribute_word(node, "sign"),
	};
}

static struct test test_of(struct spec_reader *reader, const struct xml_node *node)
{
	static const struct {
		const char *name;
		enum test_operator operator;
	} bounds[] = { { "gt", TEST_GREATER },
		       { "lt", TEST_LESS },
		       { "ge", TEST_AT_LEAST },
		       { "le", TEST_AT_MOST } };
	struct test test = { .reference = read_reference(node), .is = attribute_word(node, "is") };
	const char *parameter = xml_attribute_value(node, "param");
	const char *equals = xml_attribute_value(node, "equals");
	unsigned tests = 0;

	if (test.is.text != NULL) {
		test.operator= TEST_IS;
		tests++;
	}
	for (size_t i = 0; i < sizeof(bounds) / sizeof(bounds[0]); i++)
		if (xml_attribute(node, bounds[i].name) != NULL) {
			test.operator= bounds[i].operator;
			test.bound = attribute_decimal(node, bounds[i].name, 0);
			tests++;
		}
	if (parameter != NULL && equals != NULL) {
		const char *value = parameters_value(reader->parameters, parameter);

		if (value == NULL)
			parameters_unknown(reader->arena, reader->parameters, parameter, node,
					   reader->diags);
		test.operator= TEST_PARAMETER;
		test.holds = value != NULL && strcmp(value, equals) == 0;
		tests++;
	}
	if (tests != 1)
		diag_add(reader->diags, DIAG_TEST_INCOMPLETE, node->at,
			 arena_printf(reader->arena, "<%s>", node->name),
			 "write one of is, gt, lt, ge, le, or param with equals");
	return test;
}

const struct test *read_test(struct spec_reader *reader, const struct xml_node *node)
{
	struct test *test = arena_alloc(reader->arena, sizeof(*test));

	*test = test_of(reader, node);
	return test;
}

/* White space of any length is one blank; a break between two lines of the file is white space. */
static const char *fold(struct arena *arena, const char *text)
{
	struct buffer folded;
	bool blank = false;

	buffer_init(&folded);
	for (; *text != '\0'; text++) {
		bool space = strchr(" \t\r\n", *text) != NULL;

		if (space && !blank)
			buffer_add_char(&folded, ' ');
		else if (!space)
			buffer_add_char(&folded, *text);
		blank = space;
	}
	return buffer_finish(&folded, arena);
}

static struct inline_part *new_text(struct spec_reader *reader, const char *text,
				    struct location at)
{
	struct inline_part *part = arena_alloc(reader->arena, sizeof(*part));

	part->kind = INLINE_TEXT;
	part->at = at;
	part->text = fold(reader->arena, text);
	part->written = text;
	return part;
}

static struct inline_part *read_element(struct spec_reader *reader, const struct xml_node *node)
{
	struct inline_part *part;

	if (strcmp(node->name, "param") == 0) {
		const char *name = attribute_text(node, "name", "");
		const char *value = parameters_value(reader->parameters, name);

		if (value == NULL)
			parameters_unknown(reader->arena, reader->parameters, name, node,
					   reader->diags);
		return new_text(reader, value == NULL ? "" : value, node->at);
	}
	part = arena_alloc(reader->arena, sizeof(*part));
	part->at = node->at;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, node->name) == 0)
			part->kind = kinds[i].kind;
	part->language = xml_attribute_value(node, "xml:lang");
	part->reference = read_reference(node);
	part->what = attribute_word(node, part->kind == INLINE_NAME ? "of" : "kind");
	part->as = attribute_word(node, "as");
	part->form = attribute_word(node, "form");
	part->to = attribute_word(node, part->kind == INLINE_LINK           ? "href"
					: part->kind == INLINE_ABBREVIATION ? "full"
									    : "to");
	part->decimals = xml_attribute(node, "decimals") == NULL
				 ? DECIMALS_BY_RULE
				 : (int)attribute_whole(node, "decimals", 0);
	if (part->kind == INLINE_WHEN)
		part->test = read_test(reader, node);
	part->children = read_inline(reader, node);
	return part;
}

struct inline_part *read_inline(struct spec_reader *reader, const struct xml_node *node)
{
	struct inline_part *first = NULL, **link = &first;

	for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
		if (is_part_of_action(child))
			continue;
		*link = child->name == NULL ? new_text(reader, child->text, child->at)
					    : read_element(reader, child);
		link = &(*link)->next;
	}
	return first;
}
