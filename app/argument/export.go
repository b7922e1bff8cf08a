package argument

// A FileFormat is what a pack can be written as.
type FileFormat string

// The formats: YAML can be read again; Argdown is for argument maps, Markdown
// for reading.
const (
	YAML         FileFormat = "yaml"
	ArgdownFile  FileFormat = "argdown"
	MarkdownFile FileFormat = "markdown"
)

// FileFormats returns every format.
func FileFormats() []FileFormat { return []FileFormat{YAML, ArgdownFile, MarkdownFile} }

// Extension returns what the names of files in the format end in.
func (f FileFormat) Extension() string {
	switch f {
	case ArgdownFile:
		return ".argdown"
	case MarkdownFile:
		return ".md"
	}
	return ".yaml"
}

// Export returns a pack as a file for others: without what lies in its bin. A
// pack that has faults is refused as YAML, as [Write] does.
func Export(p *Pack, f FileFormat) ([]byte, error) {
	switch f {
	case ArgdownFile:
		return Argdown(p), nil
	case MarkdownFile:
		return Markdown(p), nil
	}
	given := *p
	given.Bin = nil
	return Write(&given)
}
