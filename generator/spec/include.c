#include "spec/include.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"
#include "spec/parameters.h"
#include "spec/xml.h"

struct includer {
	struct arena *arena, *nodes;
	const char *folder, *namespace;
	const struct parameters *parameters;
	struct diag_list *diags;
	const char *open[INCLUDE_DEPTH_MOST]; /* files being read, the report first */
	size_t depth, files;                  /* files read so far */
};

/* The fragment of a file: its root, or one around it, so that an include may be the root as well. */
static struct xml_node *fragment_of(struct arena *nodes, struct xml_node *root)
{
	struct xml_node *fragment;

	if (strcmp(root->name, "fragment") == 0)
		return root;
	fragment = arena_alloc(nodes, sizeof(*fragment));
	*fragment = (struct xml_node){ .name = "fragment", .at = root->at };
	fragment->first = fragment->last = root;
	root->parent = fragment;
	return fragment;
}

/* Puts what a fragment holds in the place of node. */
static void replace(struct xml_node *node, const struct xml_node *fragment)
{
	struct xml_node *parent = node->parent, *before = NULL, *last = NULL;

	for (struct xml_node *child = parent->first; child != node; child = child->next)
		before = child;
	for (struct xml_node *child = fragment->first; child != NULL; child = child->next) {
		child->parent = parent;
		last = child;
	}
	if (before == NULL)
		parent->first = last == NULL ? node->next : fragment->first;
	else
		before->next = last == NULL ? node->next : fragment->first;
	if (last != NULL)
		last->next = node->next;
	if (parent->last == node)
		parent->last = last == NULL ? before : last;
}

static void walk(struct includer *includer, struct xml_node *tree);

static bool is_open(const struct includer *includer, const char *path)
{
	for (size_t i = 0; i < includer->depth; i++)
		if (strcmp(includer->open[i], path) == 0)
			return true;
	return false;
}

static void include(struct includer *includer, struct xml_node *node)
{
	const struct xml_attribute *href = xml_attribute(node, "href");
	const char *file = includer->open[includer->depth - 1], *path;
	struct source *source;
	struct xml_node *root;

	if (href == NULL)
		return; /* the checker says so */
	path = path_join(includer->arena, path_folder(includer->arena, file), href->value);
	if (!path_is_inside(includer->folder, path)) {
		diag_add(includer->diags, DIAG_PATH_OUTSIDE, href->at, href->value,
			 "included files must lie in the folder of the report or below it");
		return;
	}
	if (is_open(includer, path) || includer->depth == INCLUDE_DEPTH_MOST) {
		diag_add(includer->diags, DIAG_INCLUDE_LOOP, href->at, href->value, NULL);
		return;
	}
	if (includer->files >= INCLUDE_FILES_MOST) {
		if (includer->files++ == INCLUDE_FILES_MOST)
			diag_add(includer->diags, DIAG_INCLUDES_MANY, href->at, href->value, NULL);
		return;
	}
	includer->files++;
	source = source_read(includer->arena, path, path, href->at, DIAG_SPEC_UNREADABLE,
			     includer->diags);
	root = source == NULL ? NULL
			      : xml_parse(includer->arena, includer->nodes, source,
					  includer->namespace, includer->diags);
	if (root == NULL)
		return;
	parameters_fill(includer->arena, includer->parameters, root, includer->diags);
	root = fragment_of(includer->nodes, root);
	includer->open[includer->depth++] = path;
	walk(includer, root);
	includer->depth--;
	replace(node, root);
}

static void walk(struct includer *includer, struct xml_node *tree)
{
	for (struct xml_node *child = tree->first, *next; child != NULL; child = next) {
		next = child->next;
		if (child->name == NULL)
			continue;
		if (strcmp(child->name, "include") == 0)
			include(includer, child);
		else
			walk(includer, child);
	}
}

void include_files(struct arena *arena, struct arena *nodes, struct xml_node *tree,
		   const char *folder, const char *file, const char *namespace,
		   const struct parameters *parameters, struct diag_list *diags)
{
	struct includer includer = {
		.arena = arena,
		.nodes = nodes,
		.folder = folder,
		.namespace = namespace,
		.parameters = parameters,
		.diags = diags,
		.open = { file },
		.depth = 1,
	};

	walk(&includer, tree);
}
