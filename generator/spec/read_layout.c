#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "spec/attributes.h"
#include "spec/check.h"
#include "spec/read.h"
#include "spec/read_parts.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"

enum { SMALLEST_TYPE_PT = 9 };

static const char *const places[] = { "head-left", "head-right", "foot-left", "foot-right" };
static const char *const fields[] = { "section", "publisher", "title", "notice", "page" };
static const char *const section_kinds[] = { "plain", "domain", "indicator", "appendix" };
static const char *const covers[] = { "none", "steps", "plain" };

/* Position of an attribute's word in a list whose order is that of an enum. */
static int word_position(const struct xml_node *node, const char *name, const char *const *words,
			 size_t count)
{
	const char *value = attribute_text(node, name, words[0]);

	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], value) == 0)
			return (int)i;
	return 0;
}

#define WORD_POSITION(node, name, words)                                                           \
	word_position(node, name, words, sizeof(words) / sizeof((words)[0]))

static void read_page(const struct xml_node *node, struct layout *layout)
{
	layout->width_pt = attribute_length(node, "width", 0);
	layout->height_pt = attribute_length(node, "height", 0);
	layout->top_pt = attribute_length(node, "top", 0);
	layout->bottom_pt = attribute_length(node, "bottom", 0);
	layout->left_pt = attribute_length(node, "left", 0);
	layout->right_pt = attribute_length(node, "right", 0);
	layout->columns = attribute_whole(node, "columns", 1);
	layout->gutter_pt = attribute_length(node, "gutter", 0);
	layout->hang_pt = attribute_length(node, "hang", 0);
	layout->head_pt = attribute_length(node, "head", 0);
	layout->foot_pt = attribute_length(node, "foot", 0);
	layout->foot_rule = attribute_flag(node, "foot-rule", true);
	layout->cover = (enum cover_form)WORD_POSITION(node, "cover", covers);
}

static void read_style(const struct xml_node *node, struct layout *layout, struct diag_list *diags)
{
	enum text_role role = text_role_find(attribute_text(node, "role", ""));
	struct text_style *style = &layout->styles[role];

	if (style->size_pt > 0)
		diag_add(diags, DIAG_ID_DUPLICATE, node->at, text_role_name(role), NULL);
	*style = (struct text_style){
		.font = strcmp(attribute_text(node, "font", "text"), "display") == 0 ? FONT_DISPLAY
										     : FONT_TEXT,
		.weight = attribute_whole(node, "weight", 400),
		.italic = strcmp(attribute_text(node, "slant", "upright"), "italic") == 0,
		.size_pt = attribute_length(node, "size", 0),
		.line_pt = attribute_length(node, "line", 0),
		.tracking_em = attribute_decimal(node, "tracking", 0),
		.colour = colour_role_find(attribute_text(node, "colour", "text")),
		.before_pt = attribute_length(node, "before", 0),
		.after_pt = attribute_length(node, "after", 0),
		.tabular = attribute_flag(node, "tabular", false),
		.balance = attribute_flag(node, "balance", false),
	};
	if (style->size_pt < SMALLEST_TYPE_PT || style->line_pt < style->size_pt)
		diag_addf(diags, DIAG_LAYOUT_TYPE_SIZE, node->at, "%s: %g on %g pt",
			  text_role_name(role), style->size_pt, style->line_pt);
}

static void read_heading(const struct xml_node *node, struct layout *layout)
{
	if (layout->heading_count == HEADINGS_MOST)
		return;
	layout->headings[layout->heading_count++] = (struct heading_style){
		.kind = (enum section_kind)WORD_POSITION(node, "kind", section_kinds),
		.level = attribute_whole(node, "level", 1),
		.role = text_role_find(attribute_text(node, "role", "")),
		.kicker = attribute_flag(node, "kicker", false),
		.number = attribute_flag(node, "number", false),
		.new_page = attribute_flag(node, "new-page", false),
		.opener = attribute_flag(node, "opener", false),
	};
}

static void read_running(const struct xml_node *node, struct layout *layout)
{
	if (layout->running_count == RUNNING_MOST)
		return;
	layout->running[layout->running_count++] = (struct running_line){
		.place = (enum running_place)WORD_POSITION(node, "at", places),
		.field = (enum running_field)WORD_POSITION(node, "of", fields),
		.role = text_role_find(attribute_text(node, "role", "")),
	};
}

static void read_card(const struct xml_node *node, struct layout *layout)
{
	if (layout->card_count == CARD_SIZES_MOST)
		return;
	layout->cards[layout->card_count++] = (struct card_size){
		attribute_whole(node, "width", 0),
		attribute_whole(node, "height", 0),
	};
}

static void check_whole(const struct layout *layout, const struct xml_node *root,
			struct diag_list *diags)
{
	for (int role = 0; role < TEXT_ROLE_COUNT; role++)
		if (layout->styles[role].size_pt <= 0)
			diag_addf(diags, DIAG_LAYOUT_INCOMPLETE, root->at, "style for role=\"%s\"",
				  text_role_name((enum text_role)role));
	if (layout_heading(layout, SECTION_PLAIN, 1) == NULL)
		diag_add(diags, DIAG_LAYOUT_INCOMPLETE, root->at,
			 "heading for kind=\"plain\" level=\"1\"", NULL);
	if (layout_text_width(layout) < 200 ||
	    layout->height_pt - layout->top_pt - layout->bottom_pt < 200)
		diag_addf(diags, DIAG_LAYOUT_INCOMPLETE, root->at,
			  "room for text: the margins leave %.0f by %.0f pt",
			  layout_text_width(layout),
			  layout->height_pt - layout->top_pt - layout->bottom_pt);
}

struct xml_node *read_look_tree(struct arena *arena, struct arena *nodes, const char *path,
				const struct vocabulary *vocabulary, struct location from,
				struct diag_list *diags)
{
	struct source *source = source_read(arena, path, path, from, DIAG_SPEC_UNREADABLE, diags);
	struct xml_node *root =
		source == NULL ? NULL
			       : xml_parse(arena, nodes, source, vocabulary->namespace, diags);

	return root != NULL && check_tree(arena, vocabulary, root, diags) ? root : NULL;
}

static struct layout *read_file(struct arena *arena, struct arena *nodes, const char *path,
				struct location from, struct diag_list *diags)
{
	const struct xml_node *root =
		read_look_tree(arena, nodes, path, &vocabulary_layout, from, diags);
	struct layout *layout;

	if (root == NULL)
		return NULL;
	layout = arena_alloc(arena, sizeof(*layout));
	layout->name = attribute_text(root, "name", "");
	layout->title = attribute_text(root, "title", "");
	layout->theme = attribute_word(root, "theme").text;
	layout->file = arena_strdup(arena, path);
	read_page(xml_child(root, "page", NULL), layout);
	for (const struct xml_node *node = NULL; (node = xml_child(root, "running", node)) != NULL;)
		read_running(node, layout);
	for (const struct xml_node *node = NULL; (node = xml_child(root, "card", node)) != NULL;)
		read_card(node, layout);
	for (const struct xml_node *node = NULL;
	     (node = xml_child(xml_child(root, "headings", NULL), "heading", node)) != NULL;)
		read_heading(node, layout);
	for (const struct xml_node *node = NULL;
	     (node = xml_child(xml_child(root, "styles", NULL), "style", node)) != NULL;)
		read_style(node, layout, diags);
	root = xml_child(root, "figures", NULL);
	layout->chart_height_pt = attribute_length(root, "height", 0);
	layout->chart_half_height_pt = attribute_length(root, "half-height", 0);
	layout->chart_trend_height_pt = attribute_length(root, "trend-height", 0);
	layout->figure_after_pt = attribute_length(root, "after", 0);
	layout->row_pt = attribute_length(root, "row", 0);
	layout->figure_ornament = attribute_flag(root, "ornament", true);
	check_whole(layout, root->parent, diags);
	return layout;
}

struct layout *layout_read(struct arena *arena, const char *path, struct location from,
			   struct diag_list *diags)
{
	struct arena *nodes = arena_new();
	size_t errors = diag_errors(diags);
	struct layout *layout = read_file(arena, nodes, path, from, diags);

	arena_free(nodes);
	return diag_errors(diags) == errors ? layout : NULL;
}
