// KithEngine
