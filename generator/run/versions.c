#include "run/versions.h"

#include "base/buffer.h"
#include "base/source.h"
#include "spec/xml.h"
#include "text/engine.h"

void versions_write(struct buffer *out)
{
	buffer_add_text(out, "gradient " GRADIENT_VERSION "\n");
	buffer_printf(out, "libxml2 %s\n", xml_library_version());
	text_library_versions(out);
	buffer_printf(out, "zlib %s\n", source_library_version());
}
