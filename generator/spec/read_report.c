#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"
#include "spec/attributes.h"
#include "spec/check.h"
#include "spec/data_part.h"
#include "spec/include.h"
#include "spec/read.h"
#include "spec/read_parts.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"

static void read_body(struct spec_reader *reader, const struct xml_node *root,
		      struct report *report)
{
	const struct xml_node *body = xml_child(root, "body", NULL);
	struct block **link = &report->blocks;

	report->reference = read_reference(body);
	*link = read_blocks(reader, body);
	while (*link != NULL)
		link = &(*link)->next;
	for (const struct xml_node *child = NULL;
	     (child = xml_child(root, "appendix", child)) != NULL;) {
		*link = read_block(reader, child);
		link = &(*link)->next;
	}
}

/* True when something within is broken down by the groups that core of <data> chooses. */
static bool asks_core(const struct xml_node *node)
{
	const char *by = xml_attribute_value(node, "by");

	if (by != NULL && strcmp(by, "core") == 0)
		return true;
	for (const struct xml_node *child = node->first; child != NULL; child = child->next)
		if (child->name != NULL && asks_core(child))
			return true;
	return false;
}

static struct report *read_tree(struct spec_reader *reader, const struct xml_node *root,
				const char *path)
{
	struct report *report = arena_alloc(reader->arena, sizeof(*report));
	const struct xml_node *indicators = xml_child(root, "indicators", NULL);

	report->file = arena_strdup(reader->arena, path);
	report->folder = path_folder(reader->arena, path);
	report->language = attribute_text(root, "xml:lang", "");
	report->language_at = attribute_word(root, "xml:lang").at;
	report->layout = attribute_word(root, "layout");
	report->theme = attribute_word(root, "theme");
	report->strings = attribute_word(root, "strings");
	report->technical = strcmp(attribute_text(root, "register", "plain"), "technical") == 0;
	read_meta(reader, xml_child(root, "meta", NULL), &report->meta);
	read_data(reader, xml_child(root, "data", NULL), report);
	if (indicators != NULL)
		read_indicators(reader, indicators, report);
	read_body(reader, root, report);
	read_extracts(reader, root, report);
	report->asks_core = asks_core(root);
	report->data_digest = data_part_digest(reader->arena, root);
	report->base_digest = data_base_digest(reader->arena, root);
	return report;
}

static struct report *read_file(struct arena *arena, struct arena *nodes, const char *path,
				const struct parameter_setting *settings, size_t count,
				struct diag_list *diags)
{
	struct spec_reader reader = { .arena = arena, .diags = diags };
	const struct vocabulary *vocabulary = &vocabulary_report;
	struct source *source = source_read(arena, path, path, (struct location){ .file = path },
					    DIAG_SPEC_UNREADABLE, diags);
	struct xml_node *root;

	root = source == NULL ? NULL
			      : xml_parse(arena, nodes, source, vocabulary->namespace, diags);
	if (root == NULL)
		return NULL;
	reader.parameters = parameters_read(arena, root, settings, count, diags);
	parameters_fill(arena, reader.parameters, root, diags);
	include_files(arena, nodes, root, path_folder(arena, path), path, vocabulary->namespace,
		      reader.parameters, diags);
	return check_tree(arena, vocabulary, root, diags) ? read_tree(&reader, root, path) : NULL;
}

struct report *report_read(struct arena *arena, const char *path,
			   const struct parameter_setting *settings, size_t count,
			   struct diag_list *diags)
{
	struct arena *nodes = arena_new();
	size_t errors = diag_errors(diags);
	struct report *report = read_file(arena, nodes, path, settings, count, diags);

	arena_free(nodes);
	return diag_errors(diags) == errors ? report : NULL;
}

const struct declared_parameter *report_parameters(struct arena *arena, const char *path,
						   size_t *count, struct diag_list *diags)
{
	struct source *source = source_read(arena, path, path, (struct location){ .file = path },
					    DIAG_SPEC_UNREADABLE, diags);
	const struct xml_node *root =
		source == NULL
			? NULL
			: xml_parse(arena, arena, source, vocabulary_report.namespace, diags);
	const struct declared_parameter *declared;

	if (root == NULL)
		return NULL;
	declared = parameters_declared(arena, root, count);
	return declared == NULL ? arena_alloc(arena, sizeof(*declared)) : declared;
}
