#include "spec/read_parts.h"

#include <string.h>

#include "base/arena.h"
#include "spec/attributes.h"
#include "spec/xml.h"

enum holds { HOLDS_BLOCKS, HOLDS_TEXT, HOLDS_TEXT_AND_BLOCKS, HOLDS_NOTHING };

/* Which block an element makes, and what is inside it. */
static const struct {
	const char *name;
	enum block_kind kind;
	enum holds holds;
} kinds[] = {
	{ "part", BLOCK_PART, HOLDS_BLOCKS },
	{ "section", BLOCK_SECTION, HOLDS_BLOCKS },
	{ "appendix", BLOCK_APPENDIX, HOLDS_BLOCKS },
	{ "p", BLOCK_PARAGRAPH, HOLDS_TEXT },
	{ "lead", BLOCK_LEAD, HOLDS_TEXT },
	{ "finding", BLOCK_FINDING, HOLDS_TEXT },
	{ "ul", BLOCK_BULLETS, HOLDS_BLOCKS },
	{ "ol", BLOCK_NUMBERS, HOLDS_BLOCKS },
	{ "li", BLOCK_ITEM, HOLDS_TEXT },
	{ "callout", BLOCK_CALLOUT, HOLDS_BLOCKS },
	{ "panel", BLOCK_PANEL, HOLDS_BLOCKS },
	{ "actions", BLOCK_ACTIONS, HOLDS_BLOCKS },
	{ "action", BLOCK_ACTION, HOLDS_TEXT_AND_BLOCKS },
	{ "decision", BLOCK_DECISION, HOLDS_TEXT },
	{ "result", BLOCK_RESULT, HOLDS_TEXT },
	{ "next-step", BLOCK_NEXT_STEP, HOLDS_TEXT },
	{ "no-action", BLOCK_NO_ACTION, HOLDS_TEXT },
	{ "review", BLOCK_REVIEW, HOLDS_BLOCKS },
	{ "view", BLOCK_VIEW, HOLDS_BLOCKS },
	{ "evidence", BLOCK_EVIDENCE, HOLDS_TEXT },
	{ "reason", BLOCK_REASON, HOLDS_TEXT },
	{ "framework", BLOCK_FRAMEWORK, HOLDS_BLOCKS },
	{ "area", BLOCK_AREA, HOLDS_TEXT },
	{ "governance", BLOCK_GOVERNANCE, HOLDS_BLOCKS },
	{ "equality", BLOCK_EQUALITY, HOLDS_TEXT },
	{ "provisions", BLOCK_PROVISIONS, HOLDS_BLOCKS },
	{ "to-write", BLOCK_TO_WRITE, HOLDS_TEXT },
	{ "definition", BLOCK_DEFINITION, HOLDS_NOTHING },
	{ "grid", BLOCK_GRID, HOLDS_BLOCKS },
	{ "tiles", BLOCK_TILES, HOLDS_BLOCKS },
	{ "tile", BLOCK_TILE, HOLDS_TEXT },
	{ "chart", BLOCK_CHART, HOLDS_BLOCKS },
	{ "table", BLOCK_TABLE, HOLDS_BLOCKS },
	{ "column", BLOCK_COLUMN, HOLDS_NOTHING },
	{ "target", BLOCK_TARGET, HOLDS_TEXT },
	{ "layer", BLOCK_LAYER, HOLDS_NOTHING },
	{ "annotate", BLOCK_ANNOTATION, HOLDS_TEXT },
	{ "text-table", BLOCK_TEXT_TABLE, HOLDS_BLOCKS },
	{ "head", BLOCK_ROW, HOLDS_BLOCKS },
	{ "row", BLOCK_ROW, HOLDS_BLOCKS },
	{ "contents", BLOCK_CONTENTS, HOLDS_NOTHING },
	{ "methods", BLOCK_METHODS, HOLDS_NOTHING },
	{ "coverage", BLOCK_COVERAGE, HOLDS_NOTHING },
	{ "changes", BLOCK_CHANGES, HOLDS_BLOCKS },
	{ "data-quality", BLOCK_DATA_QUALITY, HOLDS_BLOCKS },
	{ "step", BLOCK_STEP, HOLDS_TEXT },
	{ "sources", BLOCK_SOURCES, HOLDS_BLOCKS },
	{ "glossary", BLOCK_GLOSSARY, HOLDS_BLOCKS },
	{ "commentary", BLOCK_COMMENTARY, HOLDS_NOTHING },
	{ "key-findings", BLOCK_KEY_FINDINGS, HOLDS_BLOCKS },
	{ "entry", BLOCK_ENTRY, HOLDS_TEXT },
	{ "page-break", BLOCK_PAGE_BREAK, HOLDS_NOTHING },
	{ "cover", BLOCK_COVER, HOLDS_NOTHING },
	{ "for-each", BLOCK_FOR_EACH, HOLDS_BLOCKS },
	{ "if", BLOCK_IF, HOLDS_BLOCKS },
	{ "choose", BLOCK_CHOOSE, HOLDS_BLOCKS },
	{ "when", BLOCK_WHEN, HOLDS_BLOCKS },
	{ "otherwise", BLOCK_OTHERWISE, HOLDS_BLOCKS },
	{ "show", BLOCK_SHOW, HOLDS_NOTHING },
	{ "line", BLOCK_HEAD_LINE, HOLDS_TEXT },
};

/* Parts of figures are read with the figure, not as blocks of it. */
static bool read_part(struct spec_reader *reader, const struct xml_node *node,
		      struct figure_parts *parts)
{
	const struct {
		const char *name;
		const struct inline_part **text;
		bool *has;
	} known[] = {
		{ "kicker", &parts->kicker, &parts->has_kicker },
		{ "title", &parts->title, &parts->has_title },
		{ "subtitle", &parts->subtitle, &parts->has_subtitle },
		{ "alt", &parts->alt, &parts->has_alt },
		{ "long-description", &parts->long_description, &parts->has_long_description },
		{ "note", &parts->note, &parts->has_note },
		{ "source-line", &parts->source_line, &parts->has_source_line },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].name, node->name) == 0) {
			*known[i].text = read_inline(reader, node);
			*known[i].has = true;
			if (known[i].has == &parts->has_title)
				parts->title_at = node->at;
			return true;
		}
	return false;
}

static void read_attributes(struct spec_reader *reader, const struct xml_node *node,
			    struct block *block)
{
	block->at = node->at;
	block->id = attribute_text(node, "id", "");
	block->language = xml_attribute_value(node, "xml:lang");
	block->reference = read_reference(node);
	block->style = attribute_word(node, "kind");
	block->order = attribute_word(node, "order");
	block->only = attribute_word(node, "only");
	block->in = attribute_word(node, "in");
	block->as = attribute_word(node, "as");
	block->to = attribute_word(node, block->kind == BLOCK_EQUALITY ? "href"
					 : block->kind == BLOCK_SHOW   ? "ref"
								       : "to");
	block->indicators = attribute_word(node, "indicators");
	block->boundaries = attribute_word(node, "boundaries");
	block->boundary_key = attribute_word(node, "key");
	block->tiles =
		block->kind == BLOCK_CHART ? attribute_word(node, "tiles") : (struct word){ 0 };
	block->emphasise = attribute_word(node, "emphasise");
	block->median = attribute_word(node, "median");
	block->rebase = attribute_word(node, "rebase");
	block->length = attribute_word(node, "length");
	block->include = attribute_word(node, "include");
	block->except = attribute_word(node, "except");
	block->most = attribute_whole(node, "most", 0);
	block->value = attribute_word(node, "value");
	block->beside = attribute_word(node, "at");
	block->mark = attribute_word(node, "mark");
	block->sex = attribute_word(node, "sex");
	block->of_kind = attribute_word(node, "of-kind");
	block->panels = attribute_word(node, "panels");
	block->widths = attribute_word(node, "widths");
	block->owner = attribute_word(node, "owner");
	block->state = attribute_word(node, "state");
	block->date = attribute_word(node, "date");
	block->is = attribute_word(node, "is");
	block->lead = attribute_word(node, "lead");
	block->committee = attribute_word(node, "committee");
	block->received = attribute_word(node, "received");
	block->break_before = attribute_word(node, "break");
	block->source = attribute_word(node, "source");
	block->since = attribute_word(node, "since");
	block->accept = attribute_word(node, "accept");
	block->speech = attribute_word(node, "register");
	block->term = attribute_word(node, "term");
	block->abbreviation = attribute_word(node, "abbreviation");
	block->form = attribute_word(node, "form");
	block->purpose = attribute_word(node, "purpose");
	block->orientation = attribute_word(node, "orientation");
	block->height_pt = attribute_length(node, "height", 0);
	block->heading = attribute_word(node, "heading");
	block->total = attribute_word(node, "total");
	block->group_rows = attribute_word(node, "group-rows");
	block->sparkline = attribute_word(node, "sparkline");
	block->columns_at = attribute_word(node, "columns").at;
	block->columns = attribute_whole(node, "columns", 0);
	block->depth = attribute_whole(node, "depth", 0);
	block->decimals = xml_attribute(node, "decimals") == NULL
				  ? DECIMALS_BY_RULE
				  : (int)attribute_whole(node, "decimals", 0);
	block->numbered = attribute_flag(node, "numbered", true);
	block->intervals = attribute_flag(node, "intervals", true);
	block->share_axis = attribute_flag(node, "share-axis", true);
	block->axis = attribute_word(node, "share-axis");
	block->describe = attribute_flag(node, "describe", false);
	block->header_row = strcmp(node->name, "head") == 0;
	if (block->kind == BLOCK_IF || block->kind == BLOCK_WHEN)
		block->test = read_test(reader, node);
}

static struct block *read_content(struct spec_reader *reader, const struct xml_node *node,
				  struct figure_parts *parts);

static struct block *read_any(struct spec_reader *reader, const struct xml_node *node,
			      bool cell_holds_text);

bool is_part_of_action(const struct xml_node *node)
{
	static const char *const names[] = { "decision", "result", "next-step" };

	for (size_t i = 0; node->name != NULL && i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], node->name) == 0)
			return true;
	return false;
}

static struct block *read_parts_of_action(struct spec_reader *reader, const struct xml_node *node)
{
	struct block *first = NULL, **link = &first;

	for (const struct xml_node *child = node->first; child != NULL; child = child->next)
		if (is_part_of_action(child)) {
			*link = read_any(reader, child, false);
			link = &(*link)->next;
		}
	return first;
}

static struct block *read_any(struct spec_reader *reader, const struct xml_node *node,
			      bool cell_holds_text)
{
	struct block *block = arena_alloc(reader->arena, sizeof(*block));
	enum holds holds = cell_holds_text ? HOLDS_TEXT : HOLDS_BLOCKS;

	block->kind = BLOCK_CELL;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, node->name) == 0) {
			block->kind = kinds[i].kind;
			holds = kinds[i].holds;
		}
	read_attributes(reader, node, block);
	if (holds == HOLDS_TEXT || holds == HOLDS_TEXT_AND_BLOCKS)
		block->text = read_inline(reader, node);
	if (holds == HOLDS_TEXT_AND_BLOCKS)
		block->children = read_parts_of_action(reader, node);
	else if (holds == HOLDS_BLOCKS)
		block->children = read_content(reader, node, &block->parts);
	return block;
}

static struct block *read_content(struct spec_reader *reader, const struct xml_node *node,
				  struct figure_parts *parts)
{
	bool text_row = strcmp(node->name, "row") == 0 || strcmp(node->name, "head") == 0;
	struct block *first = NULL, **link = &first;

	for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
		if (child->name == NULL || (parts != NULL && read_part(reader, child, parts)))
			continue;
		*link = read_any(reader, child, text_row);
		link = &(*link)->next;
	}
	return first;
}

struct block *read_blocks(struct spec_reader *reader, const struct xml_node *node)
{
	return read_content(reader, node, NULL);
}

struct block *read_blocks_with_parts(struct spec_reader *reader, const struct xml_node *node,
				     struct figure_parts *parts)
{
	return read_content(reader, node, parts);
}

struct block *read_block(struct spec_reader *reader, const struct xml_node *node)
{
	return read_any(reader, node, false);
}
