/*
 * read_theme.c - theme files: fonts, colours, and the slot for a logo.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "spec/attributes.h"
#include "spec/read.h"
#include "spec/read_parts.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"

static struct colour parse_colour(const char *text)
{
	unsigned parts[3] = { 0 };

	for (int i = 0; i < 6; i++) {
		char c = text[1 + i];
		unsigned digit = (unsigned)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);

		parts[i / 2] = parts[i / 2] * 16 + digit;
	}
	return (struct colour){ parts[0] / 255.0, parts[1] / 255.0, parts[2] / 255.0 };
}

/* A font file beside the theme or in the fonts folder. NULL after a diagnostic. */
static const char *find_font(struct arena *arena, const struct xml_node *face, const char *folder,
			     const char *fonts, struct diag_list *diags)
{
	const char *folders[] = { folder, fonts };
	struct word file = attribute_word(face, "file");
	bool inside = false;

	for (size_t i = 0; i < 2; i++) {
		const char *path = path_join(arena, folders[i], file.text);

		if (!path_is_inside(folders[i], path))
			continue;
		if (path_exists(path))
			return path;
		inside = true;
	}
	diag_add(diags, inside ? DIAG_SPEC_UNREADABLE : DIAG_PATH_OUTSIDE, file.at, file.text,
		 "font files lie beside the theme or in the fonts folder");
	return NULL;
}

static void read_font(struct arena *arena, const struct xml_node *node, const char *folder,
		      const char *fonts, struct theme *theme, struct diag_list *diags)
{
	enum font_role role = strcmp(attribute_text(node, "role", "text"), "display") == 0
				      ? FONT_DISPLAY
				      : FONT_TEXT;
	struct font_family *family = &theme->families[role];

	family->name = attribute_text(node, "family", "");
	for (const struct xml_node *face = NULL; (face = xml_child(node, "face", face)) != NULL;) {
		const char *path = find_font(arena, face, folder, fonts, diags);

		if (path != NULL && family->count < FACES_MOST)
			family->faces[family->count++] = (struct font_face){
				.file = path,
				.weight = attribute_whole(face, "weight", 400),
				.italic = strcmp(attribute_text(face, "slant", ""), "italic") == 0,
				.at = face->at,
			};
	}
}

static void read_colours(const struct xml_node *root, struct theme *theme, struct diag_list *diags)
{
	bool given[COLOUR_ROLE_COUNT] = { false };

	for (const struct xml_node *node = NULL;
	     (node = xml_child(root, "colour", node)) != NULL;) {
		enum colour_role role = colour_role_find(attribute_text(node, "role", ""));

		given[role] = true;
		theme->colours[role] = parse_colour(attribute_text(node, "value", "#000000"));
		theme->colours_at[role] = attribute_word(node, "value").at;
	}
	for (int role = 0; role < COLOUR_ROLE_COUNT; role++)
		if (!given[role])
			diag_addf(diags, DIAG_LAYOUT_INCOMPLETE, root->at, "colour for role=\"%s\"",
				  colour_role_name((enum colour_role)role));
}

/* Pairs of colours that the author of the theme answers for. */
static void read_accepted(const struct xml_node *root, struct theme *theme)
{
	for (const struct xml_node *node = NULL; (node = xml_child(root, "accept", node)) != NULL &&
						 theme->accepted_count < THEME_ACCEPTED_MOST;)
		theme->accepted[theme->accepted_count++] = (struct accepted_pair){
			.first = colour_role_find(attribute_text(node, "first", "")),
			.second = colour_role_find(attribute_text(node, "second", "")),
			.reason = attribute_text(node, "reason", ""),
		};
}

struct logo read_logo(struct arena *arena, const struct xml_node *parent)
{
	enum { USUAL_HEIGHT_PT = 40 };
	const struct xml_node *node = xml_child(parent, "logo", NULL);
	struct logo logo = { .file = NULL };

	if (node == NULL)
		return logo;
	logo.file = attribute_text(node, "file", "");
	logo.at = attribute_word(node, "file").at;
	logo.height_pt = attribute_length(node, "height", USUAL_HEIGHT_PT);
	logo.alternative = xml_text(arena, xml_child(node, "alt", NULL));
	return logo;
}

struct theme *theme_read(struct arena *arena, const char *path, const char *fonts,
			 struct location from, struct diag_list *diags)
{
	size_t errors = diag_errors(diags);
	const struct xml_node *root =
		read_look_tree(arena, arena, path, &vocabulary_theme, from, diags);
	struct theme *theme = arena_alloc(arena, sizeof(*theme));

	if (root == NULL)
		return NULL;
	theme->name = attribute_text(root, "name", "");
	theme->title = attribute_text(root, "title", "");
	theme->file = arena_strdup(arena, path);
	for (const struct xml_node *node = NULL; (node = xml_child(root, "font", node)) != NULL;)
		read_font(arena, node, path_folder(arena, path), fonts, theme, diags);
	read_colours(root, theme, diags);
	read_accepted(root, theme);
	theme->logo = read_logo(arena, root);
	for (int role = 0; role < FONT_ROLE_COUNT; role++)
		if (theme->families[role].count == 0 && diag_errors(diags) == errors)
			diag_add(diags, DIAG_LAYOUT_INCOMPLETE, root->at,
				 role == FONT_TEXT ? "font for role=\"text\""
						   : "font for role=\"display\"",
				 NULL);
	return diag_errors(diags) == errors ? theme : NULL;
}
