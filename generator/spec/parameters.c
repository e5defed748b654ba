#include "spec/parameters.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/suggest.h"
#include "spec/xml.h"

struct parameters {
	struct declared_parameter *items;
	const char **names;
	size_t count;
};

static struct declared_parameter *find(const struct parameters *parameters, const char *name)
{
	for (size_t i = 0; i < parameters->count; i++)
		if (strcmp(parameters->items[i].name, name) == 0)
			return &parameters->items[i];
	return NULL;
}

static void check_value(struct arena *arena, const struct declared_parameter *parameter,
			struct diag_list *diags)
{
	double number;
	const char *hint = NULL;

	if (strcmp(parameter->type, "number") == 0 &&
	    !number_parse(parameter->value, strlen(parameter->value), &number))
		hint = "it must be a number";
	else if (strcmp(parameter->type, "flag") == 0 && strcmp(parameter->value, "true") != 0 &&
		 strcmp(parameter->value, "false") != 0)
		hint = "it must be true or false";
	else if (parameter->value[0] == '\0' && strcmp(parameter->type, "text") != 0)
		hint = "it must not be empty";
	if (hint != NULL)
		diag_add(diags, DIAG_PARAMETER_VALUE, parameter->at,
			 arena_printf(arena, "%s=%s", parameter->name, parameter->value), hint);
}

static bool is_among(const struct declared_parameter *items, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(items[i].name, name) == 0)
			return true;
	return false;
}

struct declared_parameter *parameters_declared(struct arena *arena, const struct xml_node *report,
					       size_t *count)
{
	const struct xml_node *list = xml_child(report, "parameters", NULL);
	struct declared_parameter *items = NULL;
	size_t capacity = 0;

	*count = 0;
	for (const struct xml_node *node = NULL;
	     list != NULL && (node = xml_child(list, "parameter", node)) != NULL;) {
		const char *name = xml_attribute_value(node, "name");
		const char *type = xml_attribute_value(node, "type");

		if (name == NULL || type == NULL || is_among(items, *count, name))
			continue; /* the checker names what is missing */
		items = arena_grow(arena, items, *count, &capacity, sizeof(*items));
		items[(*count)++] = (struct declared_parameter){
			.name = name,
			.type = type,
			.value = xml_attribute_value(node, "default"),
			.from = xml_attribute_value(node, "from"),
			.at = node->at,
		};
	}
	return items;
}

struct parameters *parameters_read(struct arena *arena, const struct xml_node *report,
				   const struct parameter_setting *settings, size_t count,
				   struct diag_list *diags)
{
	struct parameters *parameters = arena_alloc(arena, sizeof(*parameters));

	parameters->items = parameters_declared(arena, report, &parameters->count);
	parameters->names = arena_array(arena, parameters->count + 1, sizeof(*parameters->names));
	for (size_t i = 0; i < parameters->count; i++)
		parameters->names[i] = parameters->items[i].name;
	for (size_t i = 0; i < count; i++) {
		struct declared_parameter *parameter = find(parameters, settings[i].name);

		if (parameter != NULL)
			parameter->value = settings[i].value;
		else
			diag_add(diags, DIAG_PARAMETER_UNKNOWN, (struct location){ 0 },
				 arena_printf(arena, "-p %s=%s", settings[i].name,
					      settings[i].value),
				 suggest_hint(arena, settings[i].name, parameters->names,
					      parameters->count));
	}
	for (size_t i = 0; i < parameters->count; i++) {
		if (parameters->items[i].value == NULL)
			diag_addf(diags, DIAG_PARAMETER_MISSING, parameters->items[i].at,
				  "%s (set it with -p %s=...)", parameters->items[i].name,
				  parameters->items[i].name);
		else
			check_value(arena, &parameters->items[i], diags);
	}
	return parameters;
}

const char *parameters_value(const struct parameters *parameters, const char *name)
{
	const struct declared_parameter *parameter = find(parameters, name);

	return parameter == NULL ? NULL : parameter->value;
}

void parameters_unknown(struct arena *arena, const struct parameters *parameters, const char *name,
			const struct xml_node *node, struct diag_list *diags)
{
	diag_add(diags, DIAG_PARAMETER_UNKNOWN, node->at,
		 arena_printf(arena, "%s in <%s>", name, node->name),
		 suggest_hint(arena, name, parameters->names, parameters->count));
}

/* Length of a name followed by a closing brace; 0 when there is none. */
static size_t name_length(const char *text)
{
	size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "0123456789-_.");

	return text[length] == '}' ? length : 0;
}

static const char *fill(struct arena *arena, const struct parameters *parameters,
			const struct xml_node *node, const char *value, struct diag_list *diags)
{
	struct buffer filled;

	buffer_init(&filled);
	while (*value != '\0') {
		size_t length = *value == '{' ? name_length(value + 1) : 0;
		char *name;

		if (length == 0) {
			buffer_add_char(&filled, *value++);
			continue;
		}
		name = arena_strndup(arena, value + 1, length);
		if (find(parameters, name) == NULL)
			parameters_unknown(arena, parameters, name, node, diags);
		else if (find(parameters, name)->value != NULL)
			buffer_add_text(&filled, find(parameters, name)->value);
		value += length + 2;
	}
	return buffer_finish(&filled, arena);
}

/* The parameter that an attribute consists of: what is wrong with its value is wrong there. */
static const struct declared_parameter *whole_value(struct arena *arena,
						    const struct parameters *parameters,
						    const char *value)
{
	size_t length = value[0] == '{' ? name_length(value + 1) : 0;

	if (length == 0 || value[length + 2] != '\0')
		return NULL;
	return find(parameters, arena_strndup(arena, value + 1, length));
}

void parameters_fill(struct arena *arena, const struct parameters *parameters,
		     struct xml_node *tree, struct diag_list *diags)
{
	for (size_t i = 0; i < tree->attribute_count; i++) {
		struct xml_attribute *attribute = &tree->attributes[i];
		const struct declared_parameter *whole =
			whole_value(arena, parameters, attribute->value);

		if (strchr(attribute->value, '{') != NULL)
			attribute->value = fill(arena, parameters, tree, attribute->value, diags);
		if (whole != NULL)
			attribute->at = whole->at;
	}
	for (struct xml_node *child = tree->first; child != NULL; child = child->next)
		if (child->name != NULL)
			parameters_fill(arena, parameters, child, diags);
}
