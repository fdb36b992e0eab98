struct FrameScript { init(_ s: MeasureScript) {}; var tables: [ScriptTable] { [] } }
struct RScript { init(_ s: MeasureScript) {}; var text: String { "" } }
struct StataScript { init(_ s: MeasureScript) {}; var text: String { "" } }
